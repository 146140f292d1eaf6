# How every Go part is built. Part of each part's cache key.

# go_build OUTPUT PACKAGE LDFLAGS [TAGS]: called by a part's build.sh from the part's directory.
go_build() {
  CGO_ENABLED=0 GOTOOLCHAIN=local GOFLAGS= GOWORK=off \
    "$GO" build -mod=readonly -trimpath -buildvcs=false -tags "${4:-}" -ldflags "-s -w $3" -o "$1" "$2"
}

# go_module_version MODULE: the version the part's go.mod pins.
go_module_version() { GOTOOLCHAIN=local GOFLAGS= "$GO" list -m -f '{{.Version}}' "$1"; }

# go_module_dir MODULE: its sources.
go_module_dir() { GOTOOLCHAIN=local GOFLAGS= "$GO" list -m -f '{{.Dir}}' "$1"; }
