# The versions the running processes themselves report.

print_versions() {
  local envoy
  printf '%-12s %s\n' \
    "API server" "$(kubectl_admin version -o json | sed -n '/serverVersion/,$s/.*"gitVersion": "\(.*\)".*/\1/p')" \
    "kubelet" "$(kubectl_admin get node "$NODE_NAME" -o jsonpath='{.status.nodeInfo.kubeletVersion}')" \
    "containerd" "$(node_ctr version | sed -n '/Server/,$s/ *Version: *//p')" \
    "etcd" "$(in_node curl -sf http://127.0.0.1:2379/version | sed 's/.*"etcdserver":"\([^"]*\)".*/\1/')"
  printf '%-12s %s\n' "Envoy" "$(envoy_version)" \
    "Gateway" "$(kubectl_admin -n envoy-gateway-system exec deployment/envoy-gateway -- envoy-gateway version | sed -n 's/ENVOY_GATEWAY_VERSION: //p')" \
    "Prometheus" "$(curl -sf "http://$PROMETHEUS_ADDRESS:9090/api/v1/status/buildinfo" | sed 's/.*"version":"\([^"]*\)".*/\1/')"
}

# Envoy's admin port listens inside its pod only, so its version is asked there.
envoy_version() {
  local pod
  pod=$(kubectl_admin get pods --all-namespaces -l gateway.envoyproxy.io/owning-gateway-name=public \
    -o jsonpath='{.items[0].metadata.namespace}/{.items[0].metadata.name}')
  kubectl_admin -n "${pod%/*}" exec "${pod#*/}" -c envoy -- /bin/envoy --version | sed -n 's|.*version: [0-9a-f]*/\([^/]*\)/.*|\1|p'
}
