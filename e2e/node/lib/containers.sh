# The node's containers, found without asking containerd (which may be gone): it keeps a bundle for each below its
# state directory, and each runs in the control group of that name.

container_cgroups() {
  local bundle
  for bundle in "$STATE"/run/containerd/io.containerd.runtime.v2.task/k8s.io/*/; do
    [[ -d $bundle ]] || continue
    bundle=${bundle%/}
    # Control groups v1 have one hierarchy per controller, v2 has one in all.
    compgen -G "/sys/fs/cgroup/*/k8s.io/${bundle##*/}" || true
    compgen -G "/sys/fs/cgroup/k8s.io/${bundle##*/}" || true
  done
}

# container_pids: every process of every container.
container_pids() {
  local directory
  container_cgroups | while read -r directory; do
    find "$directory" -name cgroup.procs -exec cat {} + 2>/dev/null || true
  done | sort -u
}

# A group of ended processes may stay busy for a moment.
remove_cgroups() {
  local directory tries=30 left=()
  while ((tries-- > 0)); do
    mapfile -t left < <(container_cgroups)
    ((${#left[@]})) || break
    for directory in "${left[@]}"; do
      find "$directory" -depth -type d -exec rmdir {} + 2>/dev/null || true
      rmdir "${directory%/*}" 2>/dev/null || true
    done
    ((tries == 29)) || sleep 0.1
  done
}

kill_containers() {
  local pids tries=50
  while ((tries-- > 0)); do
    pids=$(container_pids)
    [[ -n $pids ]] || return 0
    kill -KILL $pids 2>/dev/null || true
    sleep 0.1
  done
  die "these processes of containers do not end: ${pids//$'\n'/ }"
}

remove_shim_sockets() {
  local file
  for file in "$STATE"/run/containerd/io.containerd.runtime.v2.task/k8s.io/*/address; do
    [[ ! -e $file ]] || rm -f "$(sed 's|^unix://||' "$file")"
  done
}
