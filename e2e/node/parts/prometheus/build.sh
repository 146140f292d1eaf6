module=github.com/prometheus/prometheus
version=$(go_module_version $module)
# Go module v0.N.P is release 3.N-300.P.
release=$(awk -F. '{ m = $2; printf "%d.%d.%d", m / 100, m % 100, $3 }' <<<"$version")
for name in prometheus promtool; do
  go_build "$OUT/$name" $module/cmd/$name "-X github.com/prometheus/common/version.Version=$release" \
    remove_all_sd,enable_kubernetes_sd
done
