# What a machine must bring before anything is built. Each missing thing is one sentence, and the first one ends the run.

GO_OLDEST=1.21
MAVEN_OLDEST=3.8

missing() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# not_older HAVE OLDEST
not_older() { [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]; }

# The major version of the JDK in a directory; empty where there is no compiler.
jdk_major() {
  [[ -x $1/bin/javac ]] || return 0
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

# Exports JAVA_HOME: the one that is set when it is a JDK 25, else the first JDK 25 found.
find_jdk() {
  local home on_path=""
  if command -v javac >/dev/null; then
    on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  fi
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/*25* /opt/*jdk*25*; do
    if [[ -n $home && $(jdk_major "$home") == 25 ]]; then
      export JAVA_HOME=$home PATH="$home/bin:$PATH"
      return 0
    fi
  done
  missing "a JDK 25 with javac is needed and none was found in JAVA_HOME, on the PATH or in /usr/lib/jvm; install one (for example the package temurin-25-jdk) or set JAVA_HOME to it."
}

find_maven() {
  command -v mvn >/dev/null ||
    missing "Maven $MAVEN_OLDEST or newer is needed and there is no mvn on the PATH; install it (Debian: apt-get install maven)."
  local version
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
  not_older "${version:-0}" "$MAVEN_OLDEST" ||
    missing "Maven $MAVEN_OLDEST or newer is needed and the mvn on the PATH is ${version:-unreadable}; install a newer one."
}

find_go_command() {
  if ! command -v go >/dev/null && [[ -x /usr/local/go/bin/go ]]; then
    export PATH="/usr/local/go/bin:$PATH"
  fi
  command -v go >/dev/null ||
    missing "Go $GO_OLDEST or newer is needed to build the local cluster and there is no go on the PATH; install it, or name a cluster that is there already with --context NAME."
  local version
  version=$(GOTOOLCHAIN=local go env GOVERSION)
  not_older "${version#go}" "$GO_OLDEST" ||
    missing "Go $GO_OLDEST or newer is needed to build the local cluster and the go on the PATH is ${version#go}; install a newer one, or name a cluster with --context NAME."
}

# For everything that builds images and Java.
need_build_tools() {
  find_jdk
  find_maven
}

# For everything that starts the local cluster.
need_local_cluster() {
  [[ $(id -u) == 0 ]] ||
    missing "root is needed to start the local cluster (containers, network) and this is user $(id -un); run it as root, or name a cluster that is there already with --context NAME."
  find_go_command
}
