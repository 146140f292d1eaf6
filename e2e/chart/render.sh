# What the chart renders and refuses, without a cluster.
echo "chart: render"

version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$ROOT/pom.xml" | head -1)
check "the chart has the Maven version $version" grep -qx "version: $version" "$CHART/Chart.yaml"
check "its appVersion, the image's tag, too" grep -qx "appVersion: $version" "$CHART/Chart.yaml"

crds() {
  local crd
  for crd in "$ROOT"/crds/*.yaml; do
    [[ -n $UPDATE ]] && cp "$crd" "$CHART/files/crds/"
    cmp "$crd" "$CHART/files/crds/$(basename "$crd")" || {
      echo "the chart's copy differs; run e2e/chart-test render --update"
      return 1
    }
  done
  [[ $(ls "$ROOT"/crds/*.yaml | wc -l) == $(ls "$CHART"/files/crds/*.yaml | wc -l) ]] || {
    echo "the chart holds other CRDs than crds/:"
    ls "$CHART/files/crds"
    return 1
  }
}
check "the chart's CRDs are those of crds/" crds
check "helm lint, all namespaces" helm lint --strict "$CHART" --set image.repository=x
check "helm lint, a list of namespaces" helm lint --strict "$CHART" --set image.repository=x --set 'watchNamespaces={a,b}'

golden() {
  local name=$1
  shift
  render --set crds.enabled=false "$@" | sed "s/$version/VERSION/g" > "$WORK/$name.yaml"
  [[ -n $UPDATE ]] && cp "$WORK/$name.yaml" "$GOLDEN/$name.yaml"
  diff -u "$GOLDEN/$name.yaml" "$WORK/$name.yaml"
}
check "golden: all namespaces" golden all-namespaces
check "golden: two namespaces, everything else set, too" golden two-namespaces -f "$ROOT/e2e/chart/two-namespaces.values.yaml"

check "all namespaces: a ClusterRole, and a Role for the lease only" \
  has "$WORK/all-namespaces.yaml" "kind: ClusterRole" "kind: ClusterRoleBinding" "name: demo-regularizer-operator-leader"
lacks_cluster_role() {
  lacks "$WORK/two-namespaces.yaml" "kind: ClusterRole" && has "$WORK/two-namespaces.yaml" "namespace: vision" "namespace: speech"
}
check "a list: Roles in these namespaces and no ClusterRole" lacks_cluster_role
check "hardened pod" has "$WORK/all-namespaces.yaml" "runAsNonRoot: true" "readOnlyRootFilesystem: true" \
  "allowPrivilegeEscalation: false" "drop: [ALL]" "seccompProfile: {type: RuntimeDefault}"
check "one replica: no PodDisruptionBudget" lacks "$WORK/all-namespaces.yaml" PodDisruptionBudget
check "no PodMonitor unless asked for" lacks "$WORK/all-namespaces.yaml" PodMonitor
check "two replicas: a PodDisruptionBudget; PodMonitor when asked for" \
  has "$WORK/two-namespaces.yaml" "kind: PodDisruptionBudget" "kind: PodMonitor"

checksum() { render "$@" | sed -n 's/ *checksum\/config: //p'; }
checksums() {
  local plain
  plain=$(checksum)
  [[ -n $plain && $plain == $(checksum --set podLabels.a=b) && $plain != $(checksum --set logLevel=debug) ]]
}
check "a changed configuration, and nothing else, changes the pod's checksum" checksums

render --set image.tag=v7 > "$WORK/tag.yaml"
check "a tag of one's own" has "$WORK/tag.yaml" 'image: "registry.example.com/team/regularizer-operator:v7"'
digest=sha256:$(printf '0%.0s' {1..64})
render --set image.digest="$digest" > "$WORK/digest.yaml"
check "a digest wins over the tag" has "$WORK/digest.yaml" "image: \"registry.example.com/team/regularizer-operator@$digest\""

render --show-only templates/crds.yaml > "$WORK/crds.yaml"
keeps() { [[ $(grep -c 'helm.sh/resource-policy: keep' "$WORK/crds.yaml") == $(ls "$ROOT"/crds/*.yaml | wc -l) ]]; }
check "CRDs are kept at uninstall" keeps
render --show-only templates/crds.yaml --set crds.keep=false > "$WORK/crds-unkept.yaml"
check "unless crds.keep is false" lacks "$WORK/crds-unkept.yaml" resource-policy
render --set crds.enabled=false > "$WORK/no-crds.yaml"
check "no CRDs with crds.enabled=false" lacks "$WORK/no-crds.yaml" "kind: CustomResourceDefinition"
render --set admissionPolicy.enabled=false > "$WORK/no-policy.yaml"
check "no policy with admissionPolicy.enabled=false" lacks "$WORK/no-policy.yaml" ValidatingAdmissionPolicy

refused "no image named" "image.repository is empty" helm template demo "$CHART"
refused "an older Kubernetes" "incompatible with Kubernetes v1.29.0" render --kube-version 1.29.0
schema() { refused "schema: $1" "$2" render "${@:3}"; }
schema "an unknown value" "imagePullPolicy" --set imagePullPolicy=Always
schema "an unknown value of a connection" "tokenFile" --set 'prometheus.connections[0].name=a,prometheus.connections[0].url=http://p,prometheus.connections[0].tokenFile=/x'
schema "a connection without URL" "url" --set-json 'prometheus.connections=[{"name":"a"}]'
schema "a URL that is none" "prometheus/connections/0/url" --set-json 'prometheus.connections=[{"name":"a","url":"prometheus:9090"}]'
schema "a duration without unit" "scrapeInterval" --set-json 'prometheus.connections=[{"name":"a","url":"http://p","scrapeInterval":"15"}]'
schema "a number for a duration" "leaderElection/leaseDuration" --set leaderElection.leaseDuration=15
schema "a namespace name with capitals" "watchNamespaces/0" --set 'watchNamespaces={Vision}'
schema "a namespace named twice" "watchNamespaces" --set 'watchNamespaces={a,a}'
schema "a string for the namespaces" "watchNamespaces" --set watchNamespaces=vision
schema "a digest of another kind" "image/digest" --set image.digest=md5:00
schema "a repository with a tag" "image/repository" --set image.repository=registry.example.com/operator:1
schema "a pull policy that is none" "image/pullPolicy" --set image.pullPolicy=Sometimes
schema "a log level that is none" "logLevel" --set logLevel=verbose
schema "no thread" "concurrency" --set concurrency=0
schema "a JVM option without dash" "jvmOptions/0" --set 'jvmOptions={Xmx1g}'
