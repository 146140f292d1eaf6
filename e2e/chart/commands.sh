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

order() { as "$1" annotate --overwrite regularizedmodel "${3:-m}" "regularizer.dev/command=$2"; }
annotated() { printf '{"metadata":{"annotations":{"regularizer.dev/command":"%s"}}}' "$1"; }
model_with() { model "" "name: m, annotations: {regularizer.dev/command: \"$1\"}"; }
commands_in_force() {
  for _ in $(seq 150); do
    order author "abort $TOKEN" || return 0
    sleep 0.2
  done
  return 1
}
check "the policy of commands comes into force" commands_in_force

number=0
for verb in "${VERBS[@]}"; do
  number=$((number + 1))
  refused "$number the author of a model may not $verb" "may not $verb; allowed: users with the verb $verb" order author "$verb $TOKEN"
done
refused "8 who may approve may not abort" "by approver, who may not abort" order approver "abort $TOKEN"
refused "9 nor approve for another model" "by approver, who may not approve" order approver "approve $TOKEN" other
refused "10 verbs in another namespace" "who may not abort" order oncall-elsewhere "abort $TOKEN"
refused "11 the verb on revisions" "who may not abort" order of-revisions "abort $TOKEN"
refused "12 a second command behind the first" 'found "approve 7d9f8bxk2c.1.3 abort 7d9f8bxk2c.1.3"; allowed' order approver "approve $TOKEN abort $TOKEN"
refused "13 a second line" 'found "approve 7d9f8bxk2c.1.3\nabort' order approver "approve $TOKEN"$'\n'"abort $TOKEN"
refused "14 a verb in capitals" 'found "ABORT' order approver "ABORT $TOKEN"
refused "15 by a patch" "who may not abort" as author patch regularizedmodel m --type=merge -p "$(annotated "abort $TOKEN")"
apply_command() { model_with "abort $TOKEN" | as author apply --server-side --force-conflicts -f -; }
refused "16 by an apply" "who may not abort" apply_command
replace_command() { model_with "abort $TOKEN" | as author replace -f -; }
refused "17 by a replacement" "who may not abort" replace_command
create_command() { model_with "retry $TOKEN" | sed 's/name: m,/generateName: m-,/' | as author create -f -; }
refused "18 in a new model" "who may not retry" create_command

kubectl -n $NS patch regularizedmodel m --type=merge -p "$(annotated "hold $TOKEN")" > /dev/null
refused "19 a resume over somebody else's hold" "who may not resume" order author "resume $TOKEN"
not_by_status() {
  as status-writer patch regularizedmodel m --subresource=status --type=merge -p "$(annotated "abort $TOKEN")" \
    -o 'jsonpath={.metadata.annotations}' | tee /dev/stderr | grep -qF "hold $TOKEN"
}
check "20 nor does a write of the status change the command" not_by_status

plan() { as "$1" patch regularizedmodel "$2" --type=merge -p "{\"spec\":{\"rollout\":$3}}"; }
kubectl -n $NS patch regularizedmodel other --type=merge -p '{"spec":{"rollout":{"approvals":["BeforeStart","BeforePromotion"]}}}' > /dev/null
refused "21 an approval taken out of the plan" "found without BeforePromotion by author, who may not approve" plan author other '{"approvals":["BeforeStart"]}'
refused "22 all of them" "found without BeforeStart, BeforePromotion by author" plan author other '{"approvals":[]}'
refused "23 the plan with them" "found without BeforeStart, BeforePromotion by author" plan author other null

check "allowed: taking an approval out, to who may approve and write models" plan chief other '{"approvals":["BeforeStart"]}'
check "allowed: asking for an approval" plan author m '{"approvals":["BeforePromotion"]}'
check "allowed: an edit beside a command that is there" as author patch regularizedmodel m --type=merge -p '{"spec":{"replicas":2}}'
check "allowed: taking a command away, which undoes nothing" as author annotate regularizedmodel m regularizer.dev/command-
check "allowed: approving this model" order approver "approve $TOKEN"
every_verb() {
  local verb
  for verb in "${VERBS[@]}"; do order oncall "$verb $TOKEN" || return 1; done
}
check "allowed: every verb to who is on call" every_verb
kubectl -n $NS annotate regularizedmodel m regularizer.dev/command- > /dev/null

# The document: its sample, its roles and every command in it, typed by those it gives the roles to.
DOC=$ROOT/operator/docs/commands.md
blocks() {
  awk -v begin="\`\`\`$1" '$0 == "```" && inside { inside = 0; printf "%c", 0; next } inside { print } $0 == begin { inside = 1 }' "$DOC"
}
mapfile -d '' -t ROLES < <(blocks yaml)
mapfile -d '' -t COMMANDS < <(blocks sh)
sample() {
  kubectl -n $NS create -f "$ROOT/samples/approvals.yaml"
  kubectl -n $NS patch regularizedmodel image-classifier --subresource=status --type=merge -p "{\"status\":{\"token\":\"$TOKEN\"}}"
}
check "the sample with approvals is accepted" sample
roles() {
  local role name
  for role in "${ROLES[@]}"; do
    kubectl -n $NS create -f - <<< "$role"
    name=$(sed -n 's/^metadata: {name: \(.*\)}$/\1/p' <<< "$role")
    kubectl -n $NS create rolebinding "$name" --role="$name" --user="$name"
  done
}
check "the documented roles" roles
# typed USER COMMAND: as that user types it.
typed() {
  (
    kubectl() { command kubectl --as="$user" --namespace $NS "$@"; }
    user=$1
    set -euo pipefail
    eval "$2"
  )
}
told=
for block in "${COMMANDS[@]}"; do
  verb=$(sed -nE 's/.*regularizer.dev\/command="([a-z]+) .*/\1/p' <<< "$block" | tail -1)
  check "documented: ${block:0:70}" typed model-on-call "$block"
  [[ -n $verb ]] || continue
  told+=" $verb"
  check "gives the command $verb" grep -qx "$verb $TOKEN" \
    <(kubectl -n $NS get regularizedmodel image-classifier -o 'jsonpath={.metadata.annotations.regularizer\.dev/command}{"\n"}')
  kubectl -n $NS annotate regularizedmodel image-classifier regularizer.dev/command- > /dev/null
  if [[ $verb == approve ]]; then
    check "an approver may do that" typed image-classifier-approval "$block"
  elif [[ $block != *"\$("* ]]; then
    refused "an approver may not do that" "by image-classifier-approval, who may not $verb" typed image-classifier-approval "$block"
  fi
done
every_verb_is_told() { for verb in "${VERBS[@]}"; do [[ $told == *" $verb"* ]] || { echo "no command of $verb in $DOC"; return 1; }; done; }
check "the document has a command of every verb" every_verb_is_told
