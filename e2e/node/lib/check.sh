# Proves that the running cluster does what tests rely on: from the outside in, one line each.

CHECK_NAMESPACE=regularizer-check

check_cluster() {
  [[ -e $STATE/complete ]] || die "the cluster is not up; run: e2e/cluster up"
  kubectl_admin delete namespace "$CHECK_NAMESPACE" --ignore-not-found --wait=true >/dev/null
  render "$NODE_FILES/manifests/check.yaml" | kubectl_admin apply --server-side -f - >/dev/null
  local name
  for name in stable candidate; do
    kubectl_admin -n "$CHECK_NAMESPACE" rollout status "deployment/$name" --timeout=60s >/dev/null ||
      die "check: Deployment $name did not become available"
  done
  check "Service DNS from a pod" check_dns
  check "kubectl logs" check_logs
  check "kubectl exec" check_exec
  check "400 requests through a 75/25 route" check_split
  check "Prometheus scrapes every 2 s by annotation and label" check_scrapes
  check "Prometheus keeps its data over a restart" check_prometheus_restart
  check "the API server writes its audit log" check_audit
  kubectl_admin delete namespace "$CHECK_NAMESPACE" --wait=false >/dev/null
}

# check TITLE FUNCTION: the function prints what it found, and fails where that is wrong.
check() {
  local found
  found=$("$2" 2>&1) || die "check: $1: failed: $found"
  say "  ok  $1: $found"
}

in_pod() { kubectl_admin -n "$CHECK_NAMESPACE" exec "deployment/$1" -- "${@:2}"; }

# kube-proxy writes its rules a second after a pod is ready.
check_dns() {
  wait_until kube-proxy 10 kube-proxy ask_candidate
  ask_candidate
}

ask_candidate() { in_pod stable /check get "http://candidate.$CHECK_NAMESPACE.svc.cluster.local:8080/" | grep -x candidate; }

check_logs() { kubectl_admin -n "$CHECK_NAMESPACE" logs deployment/stable | grep -x 'serving stable'; }

check_exec() { in_pod candidate /check name | grep -x candidate; }

# The route may need a moment to reach Envoy; what counts are the 400 answers after it did.
check_split() {
  local answers stable candidate
  wait_until gateway 30 "" check_route
  answers=$(seq 400 | xargs -P 4 -I{} curl -s --max-time 5 -H 'Host: check.example' "http://$GATEWAY_ADDRESS/")
  stable=$(grep -c stable <<<"$answers" || true)
  candidate=$(grep -c candidate <<<"$answers" || true)
  echo "stable $stable, candidate $candidate"
  # Envoy draws per request: 5 standard deviations around 300 of 400.
  ((stable + candidate == 400 && stable >= 257 && stable <= 343))
}

check_route() { curl -sf --max-time 2 -o /dev/null -H 'Host: check.example' "http://$GATEWAY_ADDRESS/"; }

# prometheus_value QUERY: the single value of an instant query.
prometheus_value() {
  curl -sf --max-time 5 --data-urlencode "query=$1" "http://$PROMETHEUS_ADDRESS:9090/api/v1/query" |
    sed -n 's/.*"value":\[[^,]*,"\([^"]*\)"\].*/\1/p'
}

check_scrapes() {
  wait_until prometheus 60 "" scraped
  echo "$(prometheus_value "$SCRAPES") scrapes of 2 pods in 10 s"
}

SCRAPES="sum(count_over_time(check_up{namespace=\"$CHECK_NAMESPACE\",pod=~\"(stable|candidate)-.+\"}[10s]))"

scraped() { [[ $(prometheus_value "$SCRAPES") == 10 ]]; }

check_prometheus_restart() {
  local before after
  before=$(date +%s)
  kubectl_admin -n monitoring scale deployment/prometheus --replicas=0 >/dev/null
  wait_until prometheus 30 "" prometheus_is_gone
  kubectl_admin -n monitoring scale deployment/prometheus --replicas=1 >/dev/null
  rollout prometheus monitoring prometheus
  wait_until prometheus 30 "" curl -sf "http://$PROMETHEUS_ADDRESS:9090/-/ready"
  after=$(prometheus_value "count_over_time(check_up{pod=~\"stable-.+\"}[10s] @ $before)")
  echo "$after samples of the 10 s before it"
  [[ ${after:-0} -ge 4 ]]
}

prometheus_is_gone() { [[ -z $(kubectl_admin -n monitoring get pods -l app.kubernetes.io/name=prometheus -o name) ]]; }

check_audit() {
  local lines
  lines=$(grep -c "\"namespace\":\"$CHECK_NAMESPACE\"" "$AUDIT_LOG")
  echo "$lines requests to this check's namespace"
  ((lines > 0))
}
