# A run can own the cluster: a watchdog in its own session brings it down when the last owner has ended, however it
# ended. Until a start is complete, the starting process is its owner; without another owner it is then kept until `down`.

# start_time PID: when a process was started (a later process with the same pid has another).
start_time() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  stat=${stat##*) }
  set -- $stat
  printf '%s' "${20}"
}

own() {
  local since
  since=$(start_time "$1") || die "--owner $1: no such process; give the pid of the process that uses the cluster"
  mkdir -p "$STATE/owners"
  printf '%s' "$since" >"$STATE/owners/$1"
}

disown_start() { rm -f "$STATE/owners/$$"; }

keep() { touch "$STATE/kept"; }

has_owner() {
  local file
  [[ ! -e $STATE/kept ]] || return 0
  for file in "$STATE"/owners/*; do
    [[ -e $file ]] || continue
    [[ $(start_time "${file##*/}") != "$(cat "$file" 2>/dev/null)" ]] || return 0
  done
  return 1
}

# start_watchdog COMMAND…: runs the command (this program's own watch command) outside of the caller's session.
start_watchdog() {
  setsid "$@" >"$LOGS/watchdog.log" 2>&1 </dev/null 9>&- &
  echo $! >"$STATE/watchdog"
  disown $!
}

is_current_watchdog() { [[ $(cat "$STATE/watchdog" 2>/dev/null) == "$$" ]]; }

# watch LOCK-FUNCTION STOP-FUNCTION: until the state is gone, another watchdog has taken over, or the last owner has ended.
watch() {
  sleep 1
  while is_current_watchdog; do
    if ! has_owner; then
      "$1"
      if is_current_watchdog && ! has_owner; then
        say "the last owner has ended: stopping"
        "$2"
      fi
      return 0
    fi
    sleep 1
  done
}
