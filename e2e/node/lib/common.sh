# Paths, messages and the lock shared by everything that concerns the local node.

NODE_FILES=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
home_cache=${HOME:+$HOME/.cache}
CACHE=${REGULARIZER_CACHE:-${XDG_CACHE_HOME:-${home_cache:-/var/cache}}/regularizer}
# One node per machine: its directory is fixed, so that any later call finds what a killed one left.
NODE_STATE=/var/lib/regularizer-node
AUDIT_LOG=$CACHE/logs/node/audit.log

NODE_NAME=regularizer-node
NETNS=regularizer-node
HOST_LINK=regularizer0
HOST_ADDRESS=10.89.0.1
NODE_ADDRESS=10.89.0.2
NODE_NETWORK=10.89.0.0/30
# Wide, so that no run hands out an address twice: the gateway's pod would go on to send to the hardware address of the
# dead pod for about 8 seconds, since this bridge plugin announces no new owner.
POD_NETWORK=10.88.0.0/20
SERVICE_NETWORK=10.96.0.0/16
DNS_ADDRESS=10.96.0.10
GATEWAY_ADDRESS=10.96.0.80
PROMETHEUS_ADDRESS=10.96.0.90
IMAGE_REGISTRY=regularizer.local

# use_state DIRECTORY LOGS: where this run keeps its files; they are marked as its own (see process.sh).
use_state() {
  STATE=$1
  LOGS=$2
  BIN=$STATE/bin
  KUBECONFIG_ADMIN=$STATE/kubeconfig/admin.conf
  CONTAINERD_SOCKET=$STATE/run/containerd.sock
  MARK=REGULARIZER_NODE_PROCESS=$STATE
}
use_state "$NODE_STATE" "$CACHE/logs/node"

# Nothing here is ever to be asked through a proxy.
export NO_PROXY="127.0.0.1,localhost,$NODE_NETWORK,$POD_NETWORK,$SERVICE_NETWORK,.svc,.cluster.local${NO_PROXY:+,$NO_PROXY}"
export no_proxy=$NO_PROXY

say() { printf '%s\n' "$*" >&2; }

die() {
  say "e2e/cluster: $*"
  exit 1
}

# fail PART WHAT [LOG]: the one way a part ends a run: its name, what went wrong, the end of its log.
fail() {
  local part=$1 what=$2 log=${3:-}
  say ""
  say "e2e/cluster: part '$part' failed: $what"
  if [[ -n $log && -s $log ]]; then
    say "--- the end of $log"
    tail -n 25 "$log" >&2
    say "---"
  fi
  exit 1
}

need_root() {
  [[ $(id -u) == 0 ]] || die "a Kubernetes node needs root (containers, network); run it as root, or give demo and tests a cluster with --context NAME"
}

# Holds the machine-wide lock until this shell ends; daemons are started with the descriptor closed.
take_lock() {
  mkdir -p /run/lock
  exec 9>/run/lock/regularizer-node.lock
  flock -w 3600 9 || die "another e2e/cluster has held /run/lock/regularizer-node.lock for an hour; end it first"
}

PART_TIMES=()
STEP=""

# step PART FUNCTION [ARG…]: runs one part in this shell and remembers its seconds.
step() {
  local part=$1 start=$EPOCHREALTIME
  shift
  STEP=$part
  "$@"
  local seconds
  seconds=$(awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }')
  PART_TIMES+=("$(printf '%-22s %7s s' "$part" "$seconds")")
  say "  $part: ready ($seconds s)"
}

kubectl_admin() { KUBECONFIG=$KUBECONFIG_ADMIN "$BIN/kubectl" "$@"; }

in_node() { nsenter --net="/run/netns/$NETNS" "$@"; }
