# What happens rarely: with it, each right that the chart grants is seen in use (e2e/rbac-test).
ABSENT=registry.example.com/absent:1
model_in $MODELS_NS rare "$ABSENT" $'  revisionHistoryLimit: 1\n  rollout: {rollbackWindow: 0}' | kubectl apply -f - > /dev/null
revisions() { kubectl -n $MODELS_NS get modelrevisions,deployments,services,configmaps -o name | grep -F /rare-; }
candidate() { kubectl -n $MODELS_NS get regularizedmodel rare -o jsonpath='{.status.candidate.revision}'; }
# revised STRENGTH: the model asks for another revision and gets it.
revised() {
  local before
  before=$(candidate)
  kubectl -n $MODELS_NS patch regularizedmodel rare --type=merge \
    -p "{\"spec\":{\"revision\":{\"regularizers\":[{\"type\":\"L2\",\"strength\":\"$1\"}]}}}" > /dev/null
  for _ in $(seq 100); do
    [[ -n $(candidate) && $(candidate) != "$before" ]] && return
    sleep 0.2
  done
  kubectl -n $MODELS_NS get regularizedmodel rare -o yaml
  return 1
}
pruned() {
  local first strength
  for _ in $(seq 100); do
    first=$(candidate)
    [[ -n $first ]] && break
    sleep 0.2
  done
  for strength in 2 3 4; do revised $strength; done
  for _ in $(seq 100); do
    [[ -n $first && $(revisions | grep -cF "/$first" || true) == 0 ]] && return
    sleep 0.2
  done
  revisions
  return 1
}
check "revisions beyond the history limit go, with all that is theirs" pruned

repaired() {
  local name
  name=$(candidate)
  kubectl -n $MODELS_NS label configmap "$name" regularizer.dev/revision=other --overwrite
  for _ in $(seq 100); do
    [[ $(kubectl -n $MODELS_NS get configmap "$name" -o jsonpath='{.metadata.labels.regularizer\.dev/revision}') == "${name##*-}" ]] && return
    sleep 0.2
  done
  return 1
}
check "a ConfigMap that somebody relabelled is repaired" repaired

# The same revision has the same hash in every model: the name is known before the model is there.
HASH=$(candidate)
HASH=${HASH##*-}
revision $MODELS_NS default | sed "s/m-bcdfghjklm/taken-mrev-$HASH/" > "$WORK/foreign.yaml"
kubectl create -f "$WORK/foreign.yaml" > /dev/null
kubectl -n $MODELS_NS create configmap "taken-cm-$HASH" > /dev/null
kubectl -n $MODELS_NS create deployment "taken-deploy-$HASH" --image="$ABSENT" --replicas=0 > /dev/null
taken() {
  model_in $MODELS_NS "$1" "$ABSENT" | sed 's/strength: "1"/strength: "4"/' | kubectl apply -f -
  for _ in $(seq 150); do
    kubectl -n $MODELS_NS get regularizedmodel "$1" -o jsonpath='{.status.message} {.status.conditions[*].message}' | grep -F "$2 $1-$HASH" && return
    sleep 0.2
  done
  kubectl -n $MODELS_NS get regularizedmodel "$1" -o yaml
  return 1
}
check "a ModelRevision of its name is left alone, and said" taken taken-mrev ModelRevision
check "a ConfigMap of its name is left alone, and said" taken taken-cm ConfigMap
check "a Deployment of its name is left alone, and said" taken taken-deploy Deployment
