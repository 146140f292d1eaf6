version=$(go_module_version helm.sh/helm/v4)
go_build "$OUT/helm" helm.sh/helm/v4/cmd/helm "-X helm.sh/helm/v4/internal/version.version=$version"
