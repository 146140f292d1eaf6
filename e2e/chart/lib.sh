# Counting checks.
PASSED=0
FAILED=0

# check NAME COMMAND…: passes when the command succeeds; shows its output when not.
check() {
  local name=$1
  shift
  if "$@" > "$WORK/out" 2>&1; then
    pass "$name"
  else
    fail "$name"
    sed 's/^/    /' "$WORK/out" | head -40
  fi
}

# refused NAME TEXT COMMAND…: passes when the command fails and says the text.
refused() {
  local name=$1 text=$2
  shift 2
  if "$@" > "$WORK/out" 2>&1; then
    fail "$name: was not refused"
  elif grep -qF -- "$text" "$WORK/out"; then
    pass "$name"
  else
    fail "$name: refused, but not with: $text"
    sed 's/^/    /' "$WORK/out" | head -20
  fi
}

pass() {
  PASSED=$((PASSED + 1))
  echo "  ok   $1"
}

fail() {
  FAILED=$((FAILED + 1))
  echo "  FAIL $1"
}

render() { helm template demo "$CHART" --namespace regularizer-system --set image.repository=registry.example.com/team/regularizer-operator "$@"; }

# has FILE TEXT… and lacks FILE TEXT…: every text is, or none is, a part of the file.
has() {
  local file=$1 text
  shift
  for text in "$@"; do
    grep -qF -- "$text" "$file" || { echo "missing in the output: $text"; return 1; }
  done
}

lacks() {
  local file=$1 text
  shift
  for text in "$@"; do
    if grep -nF -- "$text" "$file"; then return 1; fi
  done
}

# revision NAMESPACE ACCOUNT: a ModelRevision as nobody but the operator should make one.
revision() { sed "s/NAMESPACE/$1/; s/ACCOUNT/$2/" "$ROOT/e2e/chart/revision.yaml"; }
