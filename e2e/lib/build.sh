# Builds what runs in the cluster (images) and against it (the e2e module), once for the same sources.

IMAGE_TARS=(operator/controller/target/image.tar samples/model-server/target/image.tar samples/labeler/target/image.tar)

# One hash over everything that is built from.
source_key() {
  (
    cd "$ROOT"
    find pom.xml crds operator samples e2e/pom.xml e2e/src -type f -not -path '*/target/*' -not -path '*/__pycache__/*' -print0 |
      LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-32
  )
}

built() {
  local tar
  for tar in "${IMAGE_TARS[@]}"; do [[ -e $ROOT/$tar ]] || return 1; done
  [[ -d $ROOT/e2e/target/lib && -e $ROOT/target/build.key && $(<"$ROOT/target/build.key") == "$1" ]]
}

build_all() {
  local key
  key=$(source_key)
  ! built "$key" || return 0
  "$ROOT/mvnw" -B -q -ntp package -Pimage -Dmaven.test.skip=true -pl e2e,operator/controller,samples/model-server,samples/labeler -am
  mkdir -p "$ROOT/target"
  printf '%s\n' "$key" >"$ROOT/target/build.key"
}

# The operator as its next version could be: its tag is "next", and it renders one more label.
build_next_image() {
  local built=$ROOT/operator/controller/target next=$ROOT/operator/controller/target/next
  local source=dev/regularizer/controller/workload/Labels.java
  local anchor='    labels.put(REVISION, suffix);' more='    labels.put("app.kubernetes.io/part-of", "models");'
  [[ $built/image.tar -nt $next/image.tar ]] || return 0
  rm -rf "$next"
  mkdir -p "$next/$(dirname "$source")" "$next/classes"
  sed "s|^$anchor\$|&\n$more|" "$ROOT/operator/controller/src/main/java/$source" >"$next/$source"
  grep -qF "$more" "$next/$source" || {
    say "build: $source has no line '$anchor' to add a label after"
    return 1
  }
  cp -r "$built/app" "$next/app"
  "$JAVA_HOME/bin/javac" -proc:none -nowarn --release 25 -cp "$built/app/*" -d "$next/classes" "$next/$source"
  "$JAVA_HOME/bin/jar" --update --file "$(echo "$next"/app/regularizer-controller-*.jar)" -C "$next/classes" .
  "$JAVA_HOME/bin/java" -cp "$ROOT/operator/image/target/classes:$built/app/*" dev.regularizer.image.Main \
    "spec=$ROOT/operator/controller/src/image/image.properties" "app=$next/app" version=next \
    time=2000-01-01T00:00:00Z "output=$next/image.tar"
}

# load_images [TAR…]: gives the images, and more where tests need them, to the local cluster.
load_images() {
  local tar
  for tar in "${IMAGE_TARS[@]}" "$@"; do "$ROOT/e2e/cluster" load "$ROOT/$tar"; done
}

# run_java CLASS ARG…: a main class of the e2e module.
run_java() {
  local class=$1
  shift
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djdk.httpclient.allowRestrictedHeaders=host \
    -cp "$ROOT/e2e/target/classes:$ROOT/e2e/target/lib/*" "$class" "$@"
}
