# An API server alone (with etcd): for tests of what it checks itself. Needs no root and no node; many can run at once.

free_ports() {
  /usr/bin/python3 -c '
import socket
sockets = [socket.socket() for _ in range(3)]
for s in sockets:
    s.bind(("127.0.0.1", 0))
print(*(s.getsockname()[1] for s in sockets))'
}

make_api_certificates() {
  mkdir -p "$STATE/pki" "$STATE/kubeconfig"
  cd "$STATE/pki"
  authority ca regularizer-api-ca
  key service-accounts
  certificate apiserver "/CN=kube-apiserver" serverAuth "IP:127.0.0.1,IP:10.96.0.1,DNS:localhost"
  certificate admin "/O=system:masters/CN=admin" clientAuth
  kubeconfig "$STATE/kubeconfig" admin "https://127.0.0.1:$1"
}

# Ends what is left of instances whose watchdog was killed.
sweep_apis() {
  local directory watchdog
  for directory in "$CACHE"/run/api-*; do
    watchdog=$(cat "$directory/watchdog" 2>/dev/null) || continue
    # One that is just being started does not bear its name yet.
    if [[ -n $(find "$directory" -maxdepth 0 -mmin +1) ]] &&
      ! grep -qsaF "$directory" "/proc/$watchdog/cmdline"; then
      (use_state "$directory" "$directory/logs" && api_stop)
    fi
  done
}

# The definitions of HTTPRoute and its like, of the release the node uses.
apply_gateway_api() {
  local log=$LOGS/gateway-api.log
  kubectl_admin apply --server-side -f "$(part_dir envoy-gateway)/chart/charts/crds/crds/gatewayapi-crds.yaml" >"$log" 2>&1 &&
    kubectl_admin wait --for=condition=Established crd/httproutes.gateway.networking.k8s.io --timeout=30s >>"$log" 2>&1 ||
    fail gateway-api "its resource definitions could not be applied" "$log"
}

# What makes pods of Deployments, and removes what lost its owner and namespaces that end; nothing runs the pods.
start_api_controllers() {
  ln -s "$(part_dir kubernetes)/kube" "$BIN/kube-controller-manager"
  start kube-controller-manager "$BIN/kube-controller-manager" --kubeconfig="$KUBECONFIG_ADMIN" --leader-elect=false \
    --controllers=deployment-controller,replicaset-controller,garbage-collector-controller,namespace-controller \
    --kube-api-qps=400 --kube-api-burst=800 --concurrent-namespace-syncs=4 --secure-port=0 --profiling=false
}

# api_up OWNER-PID CONTROLLERS WATCH-COMMAND…: prints the kubeconfig's path; ends with its owner.
api_up() {
  local owner=$1 controllers=$2 policy=audit.yaml etcd_port peer_port port
  shift 2
  # With controllers it is a place for histories: every write of anybody, with what was stored.
  [[ -z $controllers ]] || policy=audit-history.yaml
  mkdir -p "$CACHE/run"
  sweep_apis
  use_state "$(mktemp -d "$CACHE/run/api-XXXXXX")" ""
  LOGS=$STATE/logs
  mkdir -p "$LOGS" "$STATE/audit"
  trap api_give_up EXIT
  own "$owner"
  start_watchdog "$@" "$STATE"
  find_go
  step kubernetes build_part kubernetes
  step envoy-gateway build_part envoy-gateway
  mkdir -p "$BIN"
  for name in etcd kube-apiserver kubectl; do ln -s "$(part_dir kubernetes)/kube" "$BIN/$name"; done
  read -r etcd_port peer_port port < <(free_ports)
  (set -e; make_api_certificates "$port") >"$LOGS/pki.log" 2>&1 || fail pki "openssl could not make the certificates" "$LOGS/pki.log"
  start etcd "$BIN/etcd" --name=api --data-dir="$STATE/etcd" --unsafe-no-fsync --log-level=warn \
    --listen-client-urls="http://127.0.0.1:$etcd_port" --advertise-client-urls="http://127.0.0.1:$etcd_port" \
    --listen-peer-urls="http://127.0.0.1:$peer_port" --initial-advertise-peer-urls="http://127.0.0.1:$peer_port" \
    --initial-cluster="api=http://127.0.0.1:$peer_port"
  step etcd wait_until etcd 30 etcd curl -sf "http://127.0.0.1:$etcd_port/health"
  start kube-apiserver "$BIN/kube-apiserver" --etcd-servers="http://127.0.0.1:$etcd_port" \
    --bind-address=127.0.0.1 --secure-port="$port" --advertise-address=127.0.0.1 --endpoint-reconciler-type=none \
    --service-cluster-ip-range="$SERVICE_NETWORK" --authorization-mode=RBAC --disable-admission-plugins=ServiceAccount \
    --client-ca-file="$STATE/pki/ca.crt" --tls-cert-file="$STATE/pki/apiserver.crt" \
    --tls-private-key-file="$STATE/pki/apiserver.key" --service-account-issuer=https://kubernetes.default.svc \
    --service-account-key-file="$STATE/pki/service-accounts.key" \
    --service-account-signing-key-file="$STATE/pki/service-accounts.key" \
    --audit-policy-file="$NODE_FILES/config/$policy" --audit-log-path="$STATE/audit/audit.log" --audit-log-maxsize=100000
  step kube-apiserver wait_until kube-apiserver 60 kube-apiserver kubectl_admin get --raw=/readyz
  step namespace wait_until kube-apiserver 30 kube-apiserver kubectl_admin get namespace default
  step gateway-api apply_gateway_api
  [[ -z $controllers ]] || start_api_controllers
  trap - EXIT
  printf '%s\n' "$KUBECONFIG_ADMIN"
}

api_stop() {
  stop kube-controller-manager 2
  stop kube-apiserver 2
  stop etcd 2
  kill_marked
  rm -rf "$STATE"
}

api_give_up() {
  local status=$?
  trap - EXIT
  mkdir -p "$CACHE/logs/api"
  cp "$LOGS"/*.log "$CACHE/logs/api/" 2>/dev/null || true
  say "its logs stay in $CACHE/logs/api"
  api_stop
  exit "$status"
}
