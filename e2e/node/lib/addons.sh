# What runs in the cluster before any test does: DNS, the gateway, Prometheus.

apply() {
  local part=$1 log=$LOGS/apply-$1.log
  render "$NODE_FILES/manifests/$part.yaml" | kubectl_admin apply --server-side --force-conflicts -f - >"$log" 2>&1 ||
    fail "$part" "its objects could not be applied" "$log"
}

rollout() {
  local part=$1 namespace=$2 deployment=$3 log=$LOGS/rollout-$1.log
  kubectl_admin -n "$namespace" rollout status "deployment/$deployment" --timeout=120s >"$log" 2>&1 || {
    kubectl_admin -n "$namespace" describe pods >>"$log" 2>&1
    kubectl_admin -n "$namespace" logs "deployment/$deployment" --all-containers --tail=20 >>"$log" 2>&1
    fail "$part" "its Deployment $namespace/$deployment did not become available in 120 s" "$log"
  }
}

start_dns() { apply coredns; }

start_prometheus() {
  mkdir -p "$STATE/prometheus"
  chown 65534:65534 "$STATE/prometheus"
  apply prometheus
}

# The chart's resource definitions are many and large: applied while the node is still starting, they cost no time later.
apply_gateway_definitions() {
  local log=$LOGS/envoy-gateway-definitions.log
  kubectl_admin apply --server-side --recursive -f "$(part_dir envoy-gateway)/chart/charts/crds/crds" >"$log" 2>&1 ||
    fail envoy-gateway "its resource definitions could not be applied" "$log"
}

start_gateway_controller() {
  local log=$LOGS/envoy-gateway-chart.log
  KUBECONFIG=$KUBECONFIG_ADMIN "$BIN/helm" upgrade --install envoy-gateway "$(part_dir envoy-gateway)/chart" \
    --namespace envoy-gateway-system --create-namespace --skip-crds --wait=hookOnly --timeout 3m \
    --values <(render "$NODE_FILES/manifests/envoy-gateway-values.yaml") >"$log" 2>&1 ||
    fail envoy-gateway "its Helm chart could not be installed" "$log"
}

start_gateway() {
  start_gateway_controller
  apply gateway
}

programmed() {
  kubectl_admin -n infra wait gateway/public --for=condition=Programmed --timeout=1s
}

wait_for_addons() {
  rollout coredns kube-system coredns
  rollout envoy-gateway envoy-gateway-system envoy-gateway
  rollout prometheus monitoring prometheus
  wait_until gateway 120 "" programmed
  wait_until envoy 30 "" gateway_answers
  wait_until prometheus 30 "" curl -sf "http://$PROMETHEUS_ADDRESS:9090/-/ready"
}

# Without a route Envoy answers 404 itself: it is up and has its configuration.
gateway_answers() { [[ $(curl -s -o /dev/null -w '%{http_code}' --max-time 2 "http://$GATEWAY_ADDRESS/") == 404 ]]; }
