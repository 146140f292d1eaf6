# The order in which a node comes up.

healthy() {
  local name
  for name in etcd kube-apiserver kube-controller-manager kube-scheduler containerd kubelet kube-proxy; do
    running "$name" || return 1
  done
  [[ -e $STATE/complete ]] &&
    kubectl_admin wait --for=condition=Ready "node/$NODE_NAME" --timeout=5s >/dev/null 2>&1 &&
    gateway_answers
}

link_binaries() {
  local name directory
  mkdir -p "$BIN"
  directory=$(part_dir kubernetes)
  for name in etcd kube-apiserver kube-controller-manager kube-scheduler kubelet kube-proxy kubectl; do
    # Through the name of the link the one binary knows which component it is.
    ln -sf "$directory/kube" "$BIN/$name"
  done
  ln -sf "$(part_dir helm)/helm" "$(part_dir prometheus)/promtool" "$BIN/"
}

# Work that goes on beside the steps.
IMPORT=""
DEFINITIONS=""

# cluster_up OWNER-PID|"" WATCH-COMMAND…
cluster_up() {
  local owner=$1
  shift
  need_root
  take_lock
  if healthy; then
    if [[ -n $owner ]]; then own "$owner"; else keep; fi
    say "the cluster is up already"
    print_versions
    return 0
  fi
  say "starting the local cluster"
  stop_node
  mkdir -p "$STATE" "$LOGS"
  trap give_up EXIT
  own "$$"
  start_watchdog "$@"
  step packages install_packages
  remember_machine
  build_parts
  link_binaries
  step pki make_pki
  step network start_network
  step containerd start_containerd
  import_part_images 9>&- &
  IMPORT=$!
  step etcd start_etcd
  step kube-apiserver start_apiserver
  apply_gateway_definitions 9>&- &
  DEFINITIONS=$!
  step "kube-controllers" start_controllers
  wait "$IMPORT" || exit 1
  step kubelet start_kubelet
  step kube-proxy start_proxy
  step coredns start_dns
  step prometheus start_prometheus
  wait "$DEFINITIONS" || exit 1
  step envoy-gateway start_gateway
  step "addons (ready)" wait_for_addons
  if [[ -n $owner ]]; then own "$owner"; else keep; fi
  touch "$STATE/complete"
  disown_start
  trap - EXIT
  say ""
  say "versions, as the running processes report them"
  print_versions
  say ""
  say "seconds per part"
  printf '  %s\n' "${PART_TIMES[@]}" >&2
}

# A start that failed leaves nothing behind but its logs.
give_up() {
  local status=$?
  trap - EXIT
  [[ -z $IMPORT ]] || kill "$IMPORT" 2>/dev/null || true
  [[ -z $DEFINITIONS ]] || kill "$DEFINITIONS" 2>/dev/null || true
  say "stopping what was started; its logs stay in $LOGS"
  stop_node
  exit "$status"
}

print_environment() {
  [[ -e $STATE/complete ]] || die "the cluster is not up; run: e2e/cluster up"
  cat <<SH
export KUBECONFIG=$KUBECONFIG_ADMIN
export PATH=$BIN:\$PATH
export NO_PROXY=$NO_PROXY
# Fabric8's client takes the key in a kubeconfig for RSA unless told.
export KUBERNETES_CERTS_CLIENT_KEY_ALGO=EC
export REGULARIZER_PROMETHEUS_URL=http://$PROMETHEUS_ADDRESS:9090
export REGULARIZER_PROMETHEUS_SERVICE_URL=http://prometheus.monitoring.svc:9090
export REGULARIZER_GATEWAY=infra/public
export REGULARIZER_GATEWAY_URL=http://$GATEWAY_ADDRESS
export REGULARIZER_HOST_ADDRESS=$HOST_ADDRESS
export REGULARIZER_AUDIT_LOG=$AUDIT_LOG
export REGULARIZER_NODE_LOGS=$LOGS
SH
}
