# Long-running processes of the node: started in their own session, found again by a mark in their environment.

# Every process of the node carries the mark $MARK, and no other process does: what a killed run left is found by it,
# even where no pid file was written.

# start NAME COMMAND…: starts a daemon whose output goes to its log.
start() {
  local name=$1
  shift
  mkdir -p "$STATE/run" "$LOGS"
  : >"$LOGS/$name.log"
  env "$MARK" setsid "$@" >"$LOGS/$name.log" 2>&1 </dev/null 9>&- &
  echo $! >"$STATE/run/$name.pid"
  # Until it has become the command, the new process still has this shell's environment, without the mark.
  while kill -0 $! 2>/dev/null && ! is_marked $!; do sleep 0.02; done
  # Its end is told in words of our own, not by the shell.
  disown $! 2>/dev/null || true
}

# start_in_node NAME COMMAND…: the same, in the node's own network.
start_in_node() {
  local name=$1
  shift
  start "$name" nsenter --net="/run/netns/$NETNS" "$@"
}

is_marked() { { tr '\0' '\n' <"/proc/$1/environ" | grep -xF "$MARK"; } >/dev/null 2>&1; }

# running NAME: whether the daemon started under that name still runs (a recycled pid does not count).
running() {
  local pid
  pid=$(cat "$STATE/run/$1.pid" 2>/dev/null) || return 1
  is_marked "$pid"
}

# marked_pids: every live process of the node.
marked_pids() {
  local file
  for file in $(grep -lsaF "$MARK" /proc/[0-9]*/environ); do
    file=${file#/proc/}
    if is_marked "${file%/environ}"; then printf '%s\n' "${file%/environ}"; fi
  done
}

# wait_until PART SECONDS DAEMON COMMAND…: until the command succeeds; fails the part when its daemon ends or time is up.
wait_until() {
  local part=$1 seconds=$2 daemon=$3 deadline=$((SECONDS + $2)) log=$LOGS/wait-$1.log
  shift 3
  until "$@" >"$log" 2>&1 </dev/null; do
    [[ -z $daemon ]] || running "$daemon" || fail "$part" "its process $daemon ended" "$LOGS/$daemon.log"
    if ((SECONDS >= deadline)); then
      cat "$log" >&2
      fail "$part" "it was not ready after $seconds s (asked: $*)" "${daemon:+$LOGS/$daemon.log}"
    fi
    sleep 0.2
  done
}

# stop NAME SECONDS: asks a daemon to end, and ends it when it has not within the time.
stop() {
  local name=$1 tries=$(($2 * 10)) pid
  pid=$(cat "$STATE/run/$name.pid" 2>/dev/null) || return 0
  if is_marked "$pid"; then
    kill -TERM "$pid" 2>/dev/null || true
    while ((tries-- > 0)) && is_marked "$pid"; do sleep 0.1; done
    is_marked "$pid" && kill -KILL "$pid" 2>/dev/null
  fi
  rm -f "$STATE/run/$name.pid"
}
