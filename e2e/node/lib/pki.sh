# One certificate authority for the cluster, and a certificate for each who talks.

# certificate NAME SUBJECT USAGE [ALTERNATIVE-NAMES]
certificate() {
  local name=$1 subject=$2 usage=$3 alternative=${4:-}
  local authority=${5:-ca}
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$name.key" -subj "$subject" -out "$name.csr"
  {
    echo "keyUsage=critical,digitalSignature"
    echo "extendedKeyUsage=$usage"
    [[ -z $alternative ]] || echo "subjectAltName=$alternative"
  } >"$name.ext"
  openssl x509 -req -in "$name.csr" -CA "$authority.crt" -CAkey "$authority.key" -CAcreateserial -days 30 -sha256 \
    -extfile "$name.ext" -out "$name.crt"
  rm -f "$name.csr" "$name.ext"
}

# key NAME: a key alone, to sign tokens with.
key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"; }

authority() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$1.key" -out "$1.crt" -days 30 \
    -subj "/CN=$2" -addext "keyUsage=critical,keyCertSign,cRLSign"
}

# kubeconfig DIRECTORY NAME SERVER: a kubeconfig with its certificates inside, usable from anywhere.
kubeconfig() {
  local directory=$1 name=$2 server=$3
  cat >"$directory/$name.conf" <<YAML
apiVersion: v1
kind: Config
current-context: regularizer
contexts:
- name: regularizer
  context: {cluster: regularizer, user: $name}
clusters:
- name: regularizer
  cluster:
    server: $server
    certificate-authority-data: $(base64 -w 0 ca.crt)
users:
- name: $name
  user:
    client-certificate-data: $(base64 -w 0 "$name.crt")
    client-key-data: $(base64 -w 0 "$name.key")
YAML
}

make_certificates() {
  local addresses="IP:127.0.0.1,IP:10.96.0.1,IP:$NODE_ADDRESS"
  local names="DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,DNS:kubernetes.default.svc.cluster.local"
  mkdir -p "$STATE/pki" "$STATE/kubeconfig"
  chmod 700 "$STATE/pki" "$STATE/kubeconfig"
  cd "$STATE/pki"
  authority ca regularizer-ca
  authority front-proxy-ca regularizer-front-proxy-ca
  key service-accounts
  certificate front-proxy "/CN=front-proxy" clientAuth "" front-proxy-ca
  certificate apiserver "/CN=kube-apiserver" serverAuth "$addresses,$names"
  certificate apiserver-kubelet "/O=system:masters/CN=kube-apiserver-kubelet-client" clientAuth
  certificate kubelet-server "/O=system:nodes/CN=system:node:$NODE_NAME" serverAuth "DNS:$NODE_NAME,IP:$NODE_ADDRESS"
  certificate admin "/O=system:masters/CN=admin" clientAuth
  certificate kubelet "/O=system:nodes/CN=system:node:$NODE_NAME" clientAuth
  certificate controller-manager "/CN=system:kube-controller-manager" clientAuth
  certificate scheduler "/CN=system:kube-scheduler" clientAuth
  certificate proxy "/CN=system:kube-proxy" clientAuth
  local who
  for who in admin kubelet controller-manager scheduler proxy; do
    kubeconfig "$STATE/kubeconfig" "$who" "https://$NODE_ADDRESS:6443"
  done
}

make_pki() {
  (set -e; make_certificates) >"$LOGS/pki.log" 2>&1 || fail pki "openssl could not make the certificates" "$LOGS/pki.log"
}
