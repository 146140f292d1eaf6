module=github.com/envoyproxy/gateway
version=$(go_module_version $module)
go_build "$OUT/envoy-gateway" $module/cmd/envoy-gateway "-X $module/internal/cmd/version.envoyGatewayVersion=$version"
cp -r "$(go_module_dir $module)/charts/gateway-helm" "$OUT/chart"
chmod -R u+w "$OUT/chart"
# The module carries the chart as it is before a release: its values are a template, its version a placeholder.
sed -e "s|\${GatewayImage}|docker.io/envoyproxy/gateway:$version|" -e "s|\${GatewayImagePullPolicy}|IfNotPresent|" \
  "$OUT/chart/values.tmpl.yaml" >"$OUT/chart/values.yaml"
sed -i -e "s|^version: .*|version: $version|" -e "s|^appVersion: .*|appVersion: $version|" "$OUT/chart/Chart.yaml"
