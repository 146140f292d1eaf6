# etcd, API server, controller manager and scheduler.

start_etcd() {
  mkdir -p "$STATE/etcd"
  chmod 700 "$STATE/etcd"
  # Nothing here has to survive a power cut: without fsync a write costs microseconds instead of milliseconds.
  start_in_node etcd "$BIN/etcd" --name=node --data-dir="$STATE/etcd" --unsafe-no-fsync --log-level=warn \
    --listen-client-urls=http://127.0.0.1:2379 --advertise-client-urls=http://127.0.0.1:2379 \
    --listen-peer-urls=http://127.0.0.1:2380 --initial-advertise-peer-urls=http://127.0.0.1:2380 \
    --initial-cluster=node=http://127.0.0.1:2380
  wait_until etcd 30 etcd in_node curl -sf http://127.0.0.1:2379/health
}

start_apiserver() {
  local pki=$STATE/pki
  mkdir -p "$STATE/audit"
  start_in_node kube-apiserver "$BIN/kube-apiserver" \
    --etcd-servers=http://127.0.0.1:2379 --bind-address=0.0.0.0 --secure-port=6443 --advertise-address="$NODE_ADDRESS" \
    --service-cluster-ip-range="$SERVICE_NETWORK" --allow-privileged=true --profiling=false \
    --authorization-mode=Node,RBAC --enable-admission-plugins=NodeRestriction --anonymous-auth=true \
    --client-ca-file="$pki/ca.crt" --tls-cert-file="$pki/apiserver.crt" --tls-private-key-file="$pki/apiserver.key" \
    --kubelet-certificate-authority="$pki/ca.crt" --kubelet-preferred-address-types=InternalIP \
    --kubelet-client-certificate="$pki/apiserver-kubelet.crt" --kubelet-client-key="$pki/apiserver-kubelet.key" \
    --service-account-issuer=https://kubernetes.default.svc.cluster.local \
    --service-account-key-file="$pki/service-accounts.key" --service-account-signing-key-file="$pki/service-accounts.key" \
    --requestheader-client-ca-file="$pki/front-proxy-ca.crt" --requestheader-allowed-names=front-proxy \
    --requestheader-username-headers=X-Remote-User --requestheader-group-headers=X-Remote-Group \
    --requestheader-extra-headers-prefix=X-Remote-Extra- \
    --proxy-client-cert-file="$pki/front-proxy.crt" --proxy-client-key-file="$pki/front-proxy.key" \
    --audit-policy-file="$NODE_FILES/config/audit.yaml" --audit-log-path="$AUDIT_LOG" \
    --audit-log-maxsize=1000 --audit-log-maxbackup=3
  wait_until kube-apiserver 90 kube-apiserver kubectl_admin get --raw=/readyz
}

start_controllers() {
  local pki=$STATE/pki
  start_in_node kube-controller-manager "$BIN/kube-controller-manager" \
    --kubeconfig="$STATE/kubeconfig/controller-manager.conf" --leader-elect=false --use-service-account-credentials=true \
    --service-account-private-key-file="$pki/service-accounts.key" --root-ca-file="$pki/ca.crt" \
    --cluster-signing-cert-file="$pki/ca.crt" --cluster-signing-key-file="$pki/ca.key" \
    --bind-address=127.0.0.1 --profiling=false
  start_in_node kube-scheduler "$BIN/kube-scheduler" \
    --kubeconfig="$STATE/kubeconfig/scheduler.conf" --leader-elect=false --bind-address=127.0.0.1 --profiling=false
  wait_until kube-controller-manager 60 kube-controller-manager kubectl_admin -n default get serviceaccount default
  wait_until kube-scheduler 60 kube-scheduler in_node curl -skf https://127.0.0.1:10259/healthz
}
