{{/*
Commands are an annotation, so whoever may update a model could give every one of them. This policy maps the command's
verb to an RBAC verb of the same name on regularizedmodels. What it lets through is what the operator understands, so
that no spelling goes round it. An approval taken out of the plan is an approval given.
*/}}
{{- define "regularizer-operator.commandPolicy" -}}
{{- $name := printf "%s-%s-commands" .Release.Namespace (include "regularizer-operator.fullname" .) -}}
{{- $verbs := "(approve|promote|skip|hold|resume|abort|retry)" -}}
{{- $annotation := "metadata.annotations[\"regularizer.dev/command\"]" -}}
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  {{- include "regularizer-operator.metadata" (list . $name) | nindent 2 }}
spec:
  failurePolicy: Fail
  matchConstraints:
    resourceRules:
    - apiGroups: [regularizer.dev]
      apiVersions: ["*"]
      operations: [CREATE, UPDATE]
      resources: [regularizedmodels]
  variables:
  - name: given
    expression: object.metadata.?annotations[?"regularizer.dev/command"]
  - name: before
    expression: >-
      oldObject == null ? optional.none() : oldObject.metadata.?annotations[?"regularizer.dev/command"]
  # A command that was there before was somebody else's; one that is taken away undoes nothing.
  - name: changed
    expression: variables.given.hasValue() && variables.given != variables.before
  - name: command
    expression: variables.given.orValue("")
  - name: wellFormed
    expression: variables.command.matches("^{{ $verbs }} [bcdfghjklmnpqrstvwxz2456789]{10}[.][1-9][0-9]{0,8}[.](0|[1-9][0-9]?)$")
  - name: verb
    expression: variables.command.split(" ")[0]
  - name: model
    expression: authorizer.group("regularizer.dev").resource("regularizedmodels").namespace(request.namespace).name(object.metadata.?name.orValue(""))
  - name: dropped
    expression: >-
      oldObject == null ? [] : oldObject.?spec.?rollout.?approvals.orValue([])
      .filter(a, !(a in object.?spec.?rollout.?approvals.orValue([])))
  validations:
  - expression: "!variables.changed || variables.wellFormed"
    messageExpression: >-
      '{{ $annotation }}: found ' + strings.quote(variables.command.size() > 80
      ? variables.command.substring(0, 80) + "…" : variables.command)
      + "; allowed: <verb> <token>, where verb is approve, promote, skip, hold, resume, abort or retry and token is"
      + " <hash>.<attempt>.<step>, with one blank between them; copy the token from status.token"
  - expression: >-
      !variables.changed || !variables.wellFormed || variables.model.check(variables.verb).allowed()
    reason: Forbidden
    messageExpression: >-
      '{{ $annotation }}: found ' + strings.quote(variables.command) + " by " + request.userInfo.username
      + ", who may not " + variables.verb + "; allowed: users with the verb " + variables.verb
      + " on regularizedmodels of regularizer.dev in namespace " + request.namespace
      + "; ask one of them, or for that verb"
  - expression: variables.dropped.size() == 0 || variables.model.check("approve").allowed()
    reason: Forbidden
    messageExpression: >-
      "spec.rollout.approvals: found without " + variables.dropped.join(", ") + " by " + request.userInfo.username
      + ", who may not approve; allowed: users with the verb approve on regularizedmodels of regularizer.dev in namespace "
      + request.namespace + ", since an approval that is not asked for is given; put it back or ask one of them"
---
{{ include "regularizer-operator.admissionBinding" (list . $name) }}
{{- end -}}
