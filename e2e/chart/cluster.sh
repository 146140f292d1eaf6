# The chart's life on a real cluster: install over an older CRD, upgrade, test, uninstall, install for one namespace.
echo "chart: cluster"
RELEASE_NS=chart-release
MODELS_NS=chart-models
FOREIGN_NS=chart-foreign
OPERATOR=chart-regularizer-operator
MODEL_IMAGE=${MODEL_IMAGE:-regularizer-model-server:$(sed -n 's/^appVersion: //p' "$CHART/Chart.yaml")}
CRDS=(regularizedmodels.regularizer.dev modelrevisions.regularizer.dev)

if [[ -n $(kubectl get regularizedmodels --all-namespaces -o name 2> /dev/null) ]]; then
  echo "e2e/chart-test: this cluster has RegularizedModels, which the chart's tests would delete with the CRDs; give them another cluster" >&2
  exit 2
fi
cleanup_cluster() {
  helm uninstall chart --namespace $RELEASE_NS --ignore-not-found > /dev/null 2>&1 || true
  # All that the models own goes with the CRDs.
  kubectl delete crd "${CRDS[@]}" --ignore-not-found --timeout=60s > /dev/null 2>&1 || true
  kubectl delete namespace $RELEASE_NS $MODELS_NS $FOREIGN_NS --ignore-not-found --timeout=120s > /dev/null 2>&1 || true
}
trap 'cleanup_cluster; rm -rf "$WORK"' EXIT
cleanup_cluster
for namespace in $RELEASE_NS $MODELS_NS $FOREIGN_NS; do
  kubectl create namespace $namespace > /dev/null
done

# release install|upgrade [OPTION…]
release() {
  helm "$1" chart "${SOURCE:-$CHART}" --namespace $RELEASE_NS --set image.repository="$IMAGE_REPOSITORY" \
    --set image.pullPolicy=Never --wait --timeout 120s "${@:2}"
}
# A pod on its way out is still in phase Running; it is not one of those that stay.
STAYING='{{range .items}}{{if not .metadata.deletionTimestamp}}{{.metadata.uid}} {{end}}{{end}}'
pod() { kubectl -n $RELEASE_NS get pods -l app.kubernetes.io/name=regularizer-operator --field-selector=status.phase=Running -o go-template="$STAYING"; }

older_chart() {
  cp -r "$CHART" "$WORK/older"
  kubectl patch --local -f "$CHART/files/crds/regularizedmodels.regularizer.dev.yaml" --type=json -o yaml \
    -p '[{"op":"remove","path":"/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/paused"}]' \
    > "$WORK/older/files/crds/regularizedmodels.regularizer.dev.yaml"
  SOURCE=$WORK/older release install --set crds.keep=true
}
check "install, with an older CRD" older_chart
refused "the older CRD lacks a field" 'field "paused" does not exist' kubectl explain regularizedmodel.spec.paused
check "upgrade" release upgrade
explains() {
  for _ in $(seq 50); do
    kubectl explain regularizedmodel.spec.paused && return
    sleep 0.2
  done
  return 1
}
check "the upgrade brought the newer CRD" explains
check "helm test" helm test chart --namespace $RELEASE_NS --timeout 60s --logs

same_pod() {
  local before
  before=$(pod)
  release upgrade
  [[ -n $before && $(pod) == "$before" ]] || { echo "pods: $before, then $(pod)"; return 1; }
}
check "an upgrade that changes nothing keeps the pod" same_pod
other_pod() {
  local before
  before=$(pod)
  release upgrade --set logLevel=debug
  kubectl -n $RELEASE_NS rollout status deployment/$OPERATOR --timeout=60s
  [[ -n $(pod) && $(pod) != *"$before"* ]] || { echo "pods: $before, then $(pod)"; return 1; }
}
check "a changed configuration starts another pod" other_pod

# model_in NAMESPACE [NAME] [IMAGE] [MORE-SPEC]
model_in() {
  cat << YAML
apiVersion: regularizer.dev/v1alpha1
kind: RegularizedModel
metadata: {name: ${2:-digits}, namespace: $1}
spec:
  replicas: 1
  revision:
    regularizers: [{type: L2, strength: "1"}]
    pod:
      spec:
        containers:
        - {name: model, image: "${3:-$MODEL_IMAGE}", imagePullPolicy: Never, args: [stable]}
  traffic: {gatewayAPI: {parentRefs: [{name: public, namespace: infra}], hostnames: ["${2:-digits}.chart.example.com"]}}
  slis: [{name: rejections, rejectionRate: {objective: "0.01"}}]
${4:-}
YAML
}
serving() { kubectl -n $MODELS_NS get pods -l regularizer.dev/model=digits --field-selector=status.phase=Running -o go-template="$STAYING"; }
serves() {
  model_in $MODELS_NS | kubectl apply -f -
  kubectl -n $MODELS_NS wait regularizedmodel/digits --for=condition=Ready --timeout=120s && return
  kubectl -n $MODELS_NS get rmodel,mrev,deployments,pods,events
  kubectl -n $RELEASE_NS logs deployment/$OPERATOR --tail=20
  return 1
}
check "a model serves" serves

uninstalled() {
  local before
  before=$(serving)
  helm uninstall chart --namespace $RELEASE_NS --wait --timeout 60s
  kubectl get crd "${CRDS[@]}"
  kubectl -n $MODELS_NS get regularizedmodel digits
  kubectl -n $MODELS_NS wait pods -l regularizer.dev/model=digits --for=condition=Ready --timeout=10s
  [[ -n $before && $(serving) == "$before" ]] || { echo "pods: $before, then $(serving)"; return 1; }
}
check "helm uninstall leaves CRDs, models and serving pods" uninstalled

only() {
  release install --set "watchNamespaces={$MODELS_NS}"
  kubectl get clusterroles -o name | grep -F regularizer-operator && return 1
  kubectl -n $MODELS_NS get role $OPERATOR
}
check "install again, for one namespace: a Role, no ClusterRole" only
can() { kubectl auth can-i --as="system:serviceaccount:$RELEASE_NS:$OPERATOR" "$@"; }
check "it may look at models there" can list regularizedmodels.regularizer.dev -n $MODELS_NS
refused "and not elsewhere" "no" can list regularizedmodels.regularizer.dev -n $FOREIGN_NS
rescales() {
  kubectl -n $MODELS_NS scale regularizedmodel digits --replicas=2
  for _ in $(seq 150); do
    [[ $(serving | wc -w) == 2 ]] && return
    sleep 0.2
  done
  kubectl -n $RELEASE_NS logs deployment/$OPERATOR --tail=20
  return 1
}
check "it works on models there" rescales
ignores() {
  model_in $FOREIGN_NS | kubectl apply -f -
  sleep 3
  [[ -z $(kubectl -n $FOREIGN_NS get modelrevisions,deployments -o name) ]] && no_403
}
no_403() { ! kubectl -n $RELEASE_NS logs deployment/$OPERATOR | grep -iE 'forbidden|"code":403'; }
check "it leaves models elsewhere alone, and asks for nothing it may not" ignores
. "$ROOT/e2e/chart/rare.sh"
cleanup_cluster
