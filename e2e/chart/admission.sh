# The escalation policy: write access to models is no more than the writer's own access to workloads.
# Every attempt is a server-side dry run as another user; admission treats it like a real write.
echo "chart: admission policy"
NS=chart-admission
OTHER=chart-admission-other
OPERATOR=system:serviceaccount:$NS:policy-regularizer-operator

OWN_CRDS=
cleanup_admission() {
  [[ -z $OWN_CRDS ]] || kubectl delete -f "$ROOT/crds/regularizedmodels.regularizer.dev.yaml" \
    -f "$ROOT/crds/modelrevisions.regularizer.dev.yaml" --ignore-not-found --timeout=60s > /dev/null 2>&1 || true
  helm uninstall policy --namespace "$NS" --ignore-not-found > /dev/null 2>&1 || true
  kubectl delete namespace "$NS" "$OTHER" --ignore-not-found --wait=false > /dev/null 2>&1 || true
}
trap 'cleanup_admission; rm -rf "$WORK"' EXIT

kubectl create namespace "$NS" > /dev/null
kubectl create namespace "$OTHER" > /dev/null
if ! kubectl get crd regularizedmodels.regularizer.dev > /dev/null 2>&1; then
  OWN_CRDS=yes
  kubectl create -f "$ROOT/crds/regularizedmodels.regularizer.dev.yaml" -f "$ROOT/crds/modelrevisions.regularizer.dev.yaml" > /dev/null
  kubectl wait --for=condition=Established crd/regularizedmodels.regularizer.dev crd/modelrevisions.regularizer.dev --timeout=30s > /dev/null
fi
# The policies are under test, not the process: no pod of the operator is needed.
helm install policy "$CHART" --namespace "$NS" --set image.repository="$IMAGE_REPOSITORY" --set replicas=0 --set crds.enabled=false \
  --set "watchNamespaces={$NS}" > /dev/null

# may USER NAMESPACE VERBS GROUP/RESOURCE[,GROUP/RESOURCE…] [NAME]; as YAML, since resources of an absent CRD count too.
may() {
  local item id
  id=$(echo "$*" | cksum | cut -d' ' -f1)
  {
    printf 'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: "%s", namespace: %s}\nrules:\n' "$id" "$2"
    for item in ${4//,/ }; do
      printf -- '- {apiGroups: ["%s"], resources: ["%s"], verbs: [%s]%s}\n' "${item%%/*}" "${item#*/}" "$3" "${5:+, resourceNames: [$5]}"
    done
    printf -- '---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: "%s", namespace: %s}\n' "$id" "$2"
    printf 'roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: "%s"}\n' "$id"
    printf 'subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: "%s"}]\n' "$1"
  } | kubectl create -f - > /dev/null
}
ALL=get,list,watch,create,update,patch
MODELS=regularizer.dev/regularizedmodels,regularizer.dev/modelrevisions
ROUTES=gateway.networking.k8s.io/httproutes
WORKLOADS=apps/deployments,/services,$ROUTES
ROBOT=system:serviceaccount:$NS:robot
for user in models no-deployments no-services no-routes elsewhere no-create subresources named author one elsewhere-use $ROBOT $OPERATOR; do
  may $user $NS $ALL $MODELS
done
may no-deployments $NS create /services,$ROUTES
may no-services $NS create apps/deployments,$ROUTES
may no-routes $NS create apps/deployments,/services
may elsewhere $OTHER create $WORKLOADS
may no-create $NS get,list,watch,update,patch,delete $WORKLOADS
may subresources $NS create apps/deployments/scale,/services/status,$ROUTES/status
may named $NS create $WORKLOADS m
may author $NS create $WORKLOADS
may one $NS create $WORKLOADS
may one $NS use /serviceaccounts allowed
may one $NS get,list /serviceaccounts builder
may elsewhere-use $NS create $WORKLOADS
may elsewhere-use $OTHER use /serviceaccounts builder

# model [POD-SPEC-FIELDS]: a model whose pods have these fields besides their container.
model() {
  cat << YAML
apiVersion: regularizer.dev/v1alpha1
kind: RegularizedModel
metadata: {${2:-name: m}, namespace: $NS}
spec:
  revision:
    regularizers: [{type: L2, strength: "0.0001"}]
    pod: {spec: {${1:-}containers: [{name: model, image: "registry.example.com/m:1"}]}}
  traffic: {gatewayAPI: {parentRefs: [{name: public}], hostnames: [m.example.com]}}
  slis: [{name: rejections, rejectionRate: {objective: "0.01"}}]
YAML
}
# as USER COMMAND…: kubectl as that user, nothing is stored.
as() { kubectl --as="$1" -n $NS "${@:2}" --dry-run=server; }
create() { model "${2:-}" "${3:-}" | as "$1" create -f -; }
create_revision() { revision $NS "${2:-default}" | as "$1" create -f -; }
NEW="generateName: m-"
NO_CHILD="which the operator does for this object"
NO_ACCOUNT="may not use service account builder"
model | kubectl create -f - > /dev/null

# A policy is in force a moment after it was created.
in_force() {
  for _ in $(seq 150); do
    create models > "$WORK/force" 2>&1 || ! grep -qF "$NO_CHILD" "$WORK/force" || return 0
    sleep 0.2
  done
  cat "$WORK/force"
  return 1
}
check "the policy comes into force" in_force

refused "1 models only" "$NO_CHILD" create models
refused "2 no Deployments" "not create deployments" create no-deployments
refused "3 no Services" "not create services" create no-services
refused "4 no HTTPRoutes" "not create httproutes" create no-routes
refused "5 workloads in another namespace" "$NO_CHILD" create elsewhere
refused "6 every verb on workloads but create" "$NO_CHILD" create no-create
refused "7 create on subresources only" "$NO_CHILD" create subresources
refused "8 create on workloads of one name only" "$NO_CHILD" create named
refused "9 a service account with models only" "$NO_CHILD" create $ROBOT
refused "10 a generated name" "$NO_CHILD" create models "" "$NEW"
refused "11 a service account of more rights" "$NO_ACCOUNT" create author "serviceAccountName: builder, "
refused "12 by the older name of the field" "$NO_ACCOUNT" create author "serviceAccount: builder, "
refused "13 another than the one allowed" "$NO_ACCOUNT" create one "serviceAccountName: builder, "
refused "14 an empty name before the older one" "$NO_ACCOUNT" create one 'serviceAccountName: "", serviceAccount: builder, '
refused "15 the right to use it elsewhere" "$NO_ACCOUNT" create elsewhere-use "serviceAccountName: builder, "
refused "16 another image in a model that is there" "$NO_CHILD" as models patch regularizedmodel m --type=merge \
  -p '{"spec":{"revision":{"pod":{"spec":{"containers":[{"name":"model","image":"registry.example.com/evil:1"}]}}}}}'
refused "17 a service account patched in" "$NO_ACCOUNT" as author patch regularizedmodel m --type=json \
  -p '[{"op":"add","path":"/spec/revision/pod/spec/serviceAccountName","value":"builder"}]'
apply() { model "serviceAccountName: builder, " | as "$1" apply --server-side --force-conflicts -f -; }
refused "18 a service account applied" "$NO_ACCOUNT" apply one
replace() { model "" | sed 's/m.example.com/other.example.com/' | as "$1" replace -f -; }
refused "19 a host name replaced, without HTTPRoutes" "not create httproutes" replace no-routes
refused "20 a revision made by hand" "$NO_CHILD" create_revision models
refused "21 a revision made by hand with a service account" "$NO_ACCOUNT" create_revision author builder

check "allowed: an author of workloads" create author "" "$NEW"
check "allowed: with the service account that may be used" create one "serviceAccountName: allowed, " "$NEW"
check "allowed: the older name of the field" create one "serviceAccount: allowed, " "$NEW"
check "allowed: a label, whoever may write the model" as models label regularizedmodel m team=vision
check "allowed: the operator itself, whatever the account" create_revision "$OPERATOR" builder
. "$ROOT/e2e/chart/commands.sh"
cleanup_admission
