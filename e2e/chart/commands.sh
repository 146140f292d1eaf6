# Commands: who may update a model may not give every command. Uses the namespace, users and functions of admission.sh.
echo "chart: commands"
VERBS=(approve promote skip hold resume abort retry)
TOKEN=7d9f8bxk2c.1.3
MODEL=regularizer.dev/regularizedmodels
may oncall $NS get,list,watch,patch,approve,promote,skip,hold,resume,abort,retry $MODEL
may approver $NS get,list,watch,patch $MODEL
may approver $NS approve $MODEL m
may oncall-elsewhere $NS get,list,watch,patch $MODEL
may oncall-elsewhere $OTHER approve,promote,skip,hold,resume,abort,retry $MODEL
may of-revisions $NS get,list,watch,patch $MODEL
may of-revisions $NS abort regularizer.dev/modelrevisions
may chief $NS $ALL,approve $MODEL
may chief $NS create $WORKLOADS
may status-writer $NS get,patch $MODEL
may status-writer $NS get,patch $MODEL/status
model "" "name: other" | kubectl create -f - > /dev/null

command() { as "$1" annotate --overwrite regularizedmodel "${3:-m}" "regularizer.dev/command=$2"; }
annotated() { printf '{"metadata":{"annotations":{"regularizer.dev/command":"%s"}}}' "$1"; }
model_with() { model "" "name: m, annotations: {regularizer.dev/command: \"$1\"}"; }
commands_in_force() {
  for _ in $(seq 150); do
    command author "abort $TOKEN" || return 0
    sleep 0.2
  done
  return 1
}
check "the policy of commands comes into force" commands_in_force

number=0
for verb in "${VERBS[@]}"; do
  number=$((number + 1))
  refused "$number the author of a model may not $verb" "may not $verb; allowed: users with the verb $verb" command author "$verb $TOKEN"
done
refused "8 who may approve may not abort" "by approver, who may not abort" command approver "abort $TOKEN"
refused "9 nor approve for another model" "by approver, who may not approve" command approver "approve $TOKEN" other
refused "10 verbs in another namespace" "who may not abort" command oncall-elsewhere "abort $TOKEN"
refused "11 the verb on revisions" "who may not abort" command of-revisions "abort $TOKEN"
refused "12 a second command behind the first" 'found "approve 7d9f8bxk2c.1.3 abort 7d9f8bxk2c.1.3"; allowed' command approver "approve $TOKEN abort $TOKEN"
refused "13 a second line" 'found "approve 7d9f8bxk2c.1.3\nabort' command approver "approve $TOKEN"$'\n'"abort $TOKEN"
refused "14 a verb in capitals" 'found "ABORT' command approver "ABORT $TOKEN"
refused "15 by a patch" "who may not abort" as author patch regularizedmodel m --type=merge -p "$(annotated "abort $TOKEN")"
apply_command() { model_with "abort $TOKEN" | as author apply --server-side --force-conflicts -f -; }
refused "16 by an apply" "who may not abort" apply_command
replace_command() { model_with "abort $TOKEN" | as author replace -f -; }
refused "17 by a replacement" "who may not abort" replace_command
create_command() { model_with "retry $TOKEN" | sed 's/name: m,/generateName: m-,/' | as author create -f -; }
refused "18 in a new model" "who may not retry" create_command

kubectl -n $NS patch regularizedmodel m --type=merge -p "$(annotated "hold $TOKEN")" > /dev/null
refused "19 a resume over somebody else's hold" "who may not resume" command author "resume $TOKEN"
not_by_status() {
  as status-writer patch regularizedmodel m --subresource=status --type=merge -p "$(annotated "abort $TOKEN")" \
    -o 'jsonpath={.metadata.annotations}' | tee /dev/stderr | grep -qF "hold $TOKEN"
}
check "20 nor does a write of the status change the command" not_by_status

check "allowed: an edit beside a command that is there" as author patch regularizedmodel m --type=merge -p '{"spec":{"replicas":2}}'
check "allowed: taking a command away, which undoes nothing" as author annotate regularizedmodel m regularizer.dev/command-
check "allowed: approving this model" command approver "approve $TOKEN"
every_verb() {
  local verb
  for verb in "${VERBS[@]}"; do command oncall "$verb $TOKEN" || return 1; done
}
check "allowed: every verb to who is on call" every_verb
kubectl -n $NS annotate regularizedmodel m regularizer.dev/command- > /dev/null
