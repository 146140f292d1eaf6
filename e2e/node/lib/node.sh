# containerd with runc, kubelet and kube-proxy.

start_containerd() {
  mkdir -p "$STATE/run" "$STATE/config" "$STATE/cni" "$STATE/cni-data"
  render "$NODE_FILES/config/containerd.toml" >"$STATE/config/containerd.toml"
  render "$NODE_FILES/config/bridge.conflist" >"$STATE/cni/10-regularizer.conflist"
  # A registry that a test runs on the machine speaks plain HTTP.
  mkdir -p "$STATE/registries/$HOST_ADDRESS:5000"
  printf 'server = "http://%s:5000"\n' "$HOST_ADDRESS" >"$STATE/registries/$HOST_ADDRESS:5000/hosts.toml"
  start_in_node containerd containerd --config "$STATE/config/containerd.toml"
  wait_until containerd 30 containerd node_ctr version
}

start_kubelet() {
  mkdir -p "$STATE/kubelet" "$STATE/pod-logs" "$STATE/volume-plugins"
  echo "options ndots:1" >"$STATE/config/resolv.conf"
  render "$NODE_FILES/config/kubelet.yaml" >"$STATE/config/kubelet.yaml"
  start_in_node kubelet "$BIN/kubelet" --config="$STATE/config/kubelet.yaml" --root-dir="$STATE/kubelet" \
    --kubeconfig="$STATE/kubeconfig/kubelet.conf" --hostname-override="$NODE_NAME" --node-ip="$NODE_ADDRESS" --cert-dir="$STATE/pki"
  wait_until kubelet 90 kubelet kubectl_admin wait --for=condition=Ready "node/$NODE_NAME" --timeout=2s
}

start_proxy() {
  start_in_node kube-proxy "$BIN/kube-proxy" --kubeconfig="$STATE/kubeconfig/proxy.conf" --proxy-mode=iptables \
    --hostname-override="$NODE_NAME" --cluster-cidr="$POD_NETWORK" --conntrack-max-per-core=0 \
    --bind-address=0.0.0.0 --healthz-bind-address=127.0.0.1:10256 --metrics-bind-address=127.0.0.1:10249
  wait_until kube-proxy 30 kube-proxy in_node curl -sf http://127.0.0.1:10256/healthz
}

# render FILE: its text with ${NAME} replaced by this shell's variables.
render() {
  local text name
  text=$(<"$1")
  for name in STATE NODE_NAME NODE_ADDRESS POD_NETWORK DNS_ADDRESS GATEWAY_ADDRESS PROMETHEUS_ADDRESS IMAGE_REGISTRY CONTAINERD_SOCKET; do
    text=${text//"\${$name}"/"${!name}"}
  done
  printf '%s\n' "$text"
}
