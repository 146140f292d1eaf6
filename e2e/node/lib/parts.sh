# Builds the parts that no Debian package brings, each once: the result is cached under a hash of the part's files.

PARTS=(kubernetes pause envoy-gateway envoy prometheus helm coredns check)

# The hash of what a part is made of: its files, these build rules and the toolchain.
part_key() {
  local part=$1
  (
    cd "$NODE_FILES/parts/$part"
    {
      find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
      cat "$NODE_FILES/lib/go.sh"
      [[ ! -e go.mod ]] || GOTOOLCHAIN=local "$GO" env GOVERSION GOARCH
    } | sha256sum | cut -c 1-16
  )
}

# part_dir PART: where its cached result lies.
part_dir() { printf '%s/parts/%s/%s' "$CACHE" "$1" "$(part_key "$1")"; }

build_part() {
  local part=$1 dir log=$CACHE/logs/build-$1.log
  dir=$(part_dir "$part")
  [[ ! -e $dir/.complete ]] || return 0
  mkdir -p "$CACHE/logs" "$CACHE/parts/$part"
  exec 8>"$CACHE/parts/$part/.lock"
  flock 8
  if [[ ! -e $dir/.complete ]]; then
    say "  building $part (log: $log)"
    rm -rf "$dir" "$dir.new"
    mkdir -p "$dir.new"
    (
      set -euo pipefail
      cd "$NODE_FILES/parts/$part"
      OUT=$dir.new
      source ./build.sh
    ) >"$log" 2>&1 </dev/null 8>&- 9>&- || fail "$part" "it could not be built" "$log"
    touch "$dir.new/.complete"
    mv "$dir.new" "$dir"
  fi
  exec 8>&-
}

build_parts() {
  local part
  find_go
  for part in "${PARTS[@]}"; do
    step "$part (build)" build_part "$part"
  done
}
