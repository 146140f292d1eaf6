{{- define "regularizer-operator.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) | trunc 52 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "regularizer-operator.selectorLabels" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "regularizer-operator.labels" -}}
{{- with .Values.labels }}
{{- toYaml . }}
{{ end -}}
{{ include "regularizer-operator.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end -}}

{{/* The metadata every object of the release has; its name is the second item. */}}
{{- define "regularizer-operator.metadata" -}}
{{- $root := index . 0 -}}
name: {{ index . 1 }}
labels:
  {{- include "regularizer-operator.labels" $root | nindent 2 }}
{{- with $root.Values.annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "regularizer-operator.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "regularizer-operator.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- define "regularizer-operator.image" -}}
{{- $repository := required "image.repository is empty: there is no published image; build and push one with `./mvnw -pl operator/controller -am package -Pimage -Dimage.push=registry.example.com/team` and set image.repository=registry.example.com/team/regularizer-operator" .Values.image.repository -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" $repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" $repository (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{- define "regularizer-operator.securityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{- define "regularizer-operator.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{/* The operator's configuration file. */}}
{{- define "regularizer-operator.config" -}}
managementPort: 8080
prometheus:
  connections:
  {{- toYaml .Values.prometheus.connections | nindent 2 }}
watchNamespaces: {{ toJson .Values.watchNamespaces }}
concurrency: {{ .Values.concurrency }}
leaderElection:
  {{- toYaml .Values.leaderElection | nindent 2 }}
logLevel: {{ .Values.logLevel }}
{{- end -}}
