# Bringing the node down: in order when it is whole, by force when it is not; the machine is left as it was.

# Directories that components make at fixed places; those that were not there before are removed again.
FOREIGN_DIRECTORIES=(/run/netns /var/lib/kubelet /var/lib/cni /var/log/containers /var/log/pods /run/containerd /opt/cni /usr/libexec/kubernetes)
# Kernel settings the kubelet changes for the whole machine.
KERNEL_SETTINGS=(vm.overcommit_memory vm.panic_on_oom kernel.panic kernel.panic_on_oops kernel.keys.root_maxkeys kernel.keys.root_maxbytes)

remember_machine() {
  local directory setting
  for directory in "${FOREIGN_DIRECTORIES[@]}"; do
    [[ -e $directory ]] || printf '%s\n' "$directory"
  done >"$STATE/absent-before"
  for setting in "${KERNEL_SETTINGS[@]}"; do
    sysctl -e "$setting"
  done 2>/dev/null | sed 's/ = /=/' >"$STATE/kernel-before"
}

restore_machine() {
  local line
  [[ ! -e $STATE/kernel-before ]] || while read -r line; do
    sysctl -q -e -w "$line" 2>/dev/null || true
  done <"$STATE/kernel-before"
  find /var/log/containers -maxdepth 1 -lname "$STATE/*" -delete 2>/dev/null || true
  rm -rf /var/lib/cni/results/regularizer-node-* /var/lib/cni/cache/results/regularizer-node-*
  [[ ! -e $STATE/absent-before ]] || while read -r line; do
    # `ip netns` makes its directory a mount of itself.
    if [[ $line == /run/netns ]]; then umount "$line" 2>/dev/null && rmdir "$line" || true; fi
    [[ $line == /run/netns ]] || rm -rf "${line:?}"
  done <"$STATE/absent-before"
}

kill_marked() {
  local pids tries=50
  while ((tries-- > 0)); do
    pids=$(marked_pids)
    [[ -n $pids ]] || return 0
    kill -KILL $pids 2>/dev/null || true
    sleep 0.1
  done
  die "these processes of the node do not end: $pids"
}

unmount_all() {
  local point
  awk -v state="$STATE/" 'index($5, state) == 1 { print $5 }' /proc/self/mountinfo | sort -r | while read -r point; do
    umount -l "$point" 2>/dev/null || true
  done
}

# Stops whatever there is of a node; harmless where there is none.
stop_node() {
  [[ -e $STATE ]] || { stop_network; return 0; }
  # The kubelet first, or it would start again what is ended next; the state is removed, so nobody needs long.
  stop kubelet 2
  kill_containers
  stop kube-proxy 1
  stop kube-scheduler 1
  stop kube-controller-manager 1
  stop kube-apiserver 1
  stop etcd 1
  stop containerd 2
  kill_containers
  kill_marked
  unmount_all
  remove_shim_sockets
  remove_cgroups
  stop_network
  restore_machine
  rm -rf --one-file-system "$STATE"
}
