{{/*
A policy and its binding: who writes an object of this resource must be allowed to do what the operator does for it.
Arguments: root, resource, and where the object holds the pod's spec, as a CEL path with optional steps.
*/}}
{{- define "regularizer-operator.admissionPolicy" -}}
{{- $root := index . 0 -}}
{{- $resource := index . 1 -}}
{{- $podSpec := index . 2 -}}
{{- $name := printf "%s-%s-%s" $root.Release.Namespace (include "regularizer-operator.fullname" $root) $resource -}}
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  {{- include "regularizer-operator.metadata" (list $root $name) | nindent 2 }}
spec:
  failurePolicy: Fail
  matchConstraints:
    resourceRules:
    - apiGroups: [regularizer.dev]
      apiVersions: ["*"]
      operations: [CREATE, UPDATE]
      resources: [{{ $resource }}]
  matchConditions:
  # Garbage collection and labelling change metadata only.
  - name: spec-changes
    expression: oldObject == null || object.?spec != oldObject.?spec
  - name: not-the-operator
    expression: request.userInfo.username != "system:serviceaccount:{{ $root.Release.Namespace }}:{{ include "regularizer-operator.serviceAccountName" $root }}"
  variables:
  # serviceAccount is the older name of the field; the API server reads it where serviceAccountName is empty.
  - name: older
    expression: {{ $podSpec }}.?serviceAccount.orValue("")
  - name: account
    expression: >-
      {{ $podSpec }}.?serviceAccountName.orValue("") == ""
      ? variables.older : {{ $podSpec }}.?serviceAccountName.orValue("")
  validations:
  {{- range list (list "apps" "deployments") (list "" "services") (list "gateway.networking.k8s.io" "httproutes") }}
  - expression: >-
      authorizer.group("{{ index . 0 }}").resource("{{ index . 1 }}").namespace(request.namespace)
      .check("create").allowed()
    reason: Forbidden
    messageExpression: >-
      request.userInfo.username + " may write {{ $resource }} but not create {{ index . 1 }} in namespace "
      + request.namespace + ", which the operator does for this object; get the verb create on {{ index . 1 }} there"
  {{- end }}
  - expression: >-
      variables.account == "" || authorizer.group("").resource("serviceaccounts").namespace(request.namespace)
      .name(variables.account).check("use").allowed()
    reason: Forbidden
    messageExpression: >-
      request.userInfo.username + " may not use service account " + string(variables.account) + " in namespace "
      + request.namespace + ", as which the pods of this object would run; get the verb use on serviceaccounts/"
      + string(variables.account) + " or leave serviceAccountName out"
---
{{ include "regularizer-operator.admissionBinding" (list $root $name) }}
{{- end -}}

{{/* A policy in force in the namespaces the operator works in. Arguments: root, the policy's name. */}}
{{- define "regularizer-operator.admissionBinding" -}}
{{- $root := index . 0 -}}
{{- $name := index . 1 -}}
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  {{- include "regularizer-operator.metadata" (list $root $name) | nindent 2 }}
spec:
  policyName: {{ $name }}
  validationActions: [Deny]
  {{- with $root.Values.watchNamespaces }}
  matchResources:
    namespaceSelector:
      matchExpressions:
      - {key: kubernetes.io/metadata.name, operator: In, values: {{ toJson . }}}
  {{- end }}
{{- end -}}
