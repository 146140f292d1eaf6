# Container images, made here from the built parts: a tar with configuration, layer and manifest is all containerd needs.

# image_name PART: the name under which a part's image is known on the node.
image_name() { printf '%s/%s:local' "$IMAGE_REGISTRY" "$1"; }

# image_tar PART: its image, made when the cached one is missing.
image_tar() {
  local part=$1 dir key tar log=$CACHE/logs/image-$1.log
  dir=$(part_dir "$part")
  key=$(sha256sum "$NODE_FILES/image.py" | cut -c 1-8)
  tar=$dir/image-$key.tar
  if [[ ! -e $tar ]]; then
    local options=(--name "$(image_name "$part")" --output "$tar.new")
    case $part in
      pause) options+=(--file "$dir/pause:/pause" --entrypoint /pause --user 65535:65535) ;;
      check) options+=(--file "$dir/check:/check" --entrypoint /check --user 65532:65532) ;;
      coredns) options+=(--file "$dir/coredns:/coredns" --entrypoint /coredns --user 65532:65532) ;;
      envoy) options+=(--file "$dir/envoy:/bin/envoy" --libraries-of "$dir/envoy" --entrypoint /bin/envoy --user 65532:65532) ;;
      envoy-gateway)
        options+=(--file "$dir/envoy-gateway:/usr/local/bin/envoy-gateway" --directory /var/lib/eg
          --entrypoint /usr/local/bin/envoy-gateway --user 65532:65532) ;;
      prometheus) options+=(--file "$dir/prometheus:/bin/prometheus" --entrypoint /bin/prometheus --user 65534:65534) ;;
    esac
    /usr/bin/python3 "$NODE_FILES/image.py" "${options[@]}" >"$log" 2>&1 || fail "$part" "its image could not be made" "$log"
    mv "$tar.new" "$tar"
  fi
  printf '%s' "$tar"
}

node_ctr() { ctr --address "$CONTAINERD_SOCKET" --namespace k8s.io "$@"; }

# load_image TAR: puts a locally built image on the node; pods use it with imagePullPolicy Never or IfNotPresent.
load_image() {
  local log=$LOGS/load-image.log
  [[ -f $1 ]] || die "load: no such file: $1; give the tar of a container image (docker-archive or OCI layout)"
  [[ -S $CONTAINERD_SOCKET ]] || die "load: the cluster is not up; run: e2e/cluster up"
  node_ctr images import "$1" >"$log" 2>&1 || fail containerd "it could not import $1" "$log"
  grep -o 'unpacking [^ ]*' "$log" | cut -d ' ' -f 2
}

import_part_images() {
  local part tar log
  for part in pause coredns envoy-gateway envoy prometheus check; do
    log=$LOGS/import-$part.log
    tar=$(image_tar "$part")
    node_ctr images import "$tar" >"$log" 2>&1 || fail "$part" "containerd could not import its image" "$log"
  done
}
