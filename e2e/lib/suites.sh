# Suites of tests: run one, keep its reports, and say at the end what each one was.

REPORTS=$ROOT/target/test-reports
SUITE_ROWS=()

# Seconds with one decimal since an EPOCHREALTIME.
seconds_since() { awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }'; }

forget_reports() { find "$ROOT" -path '*/target/surefire-reports' -prune -exec rm -rf {} +; }

keep_reports() {
  local name=$1 report
  mkdir -p "$REPORTS/$name"
  while IFS= read -r report; do
    mv "$report" "$REPORTS/$name/"
  done < <(find "$ROOT" -path '*/target/surefire-reports/TEST-*.xml')
}

# The numbers in the testsuite elements of a suite's reports: tests, failed, skipped.
count_reports() {
  local files=("$REPORTS/$1"/TEST-*.xml)
  [[ -e ${files[0]} ]] || { echo "0 0 0"; return 0; }
  awk '
    function number(name,   at) {
      if (!match($0, " " name "=\"[0-9]+\"")) return 0
      at = substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
      return at + 0
    }
    FNR == 1 { seen = 0 }
    /<testsuite / && !seen { open = 1 }
    open {
      tests += number("tests"); failed += number("failures") + number("errors"); skipped += number("skipped")
      if (/>/) { open = 0; seen = 1 }
    }
    END { print tests + 0, failed + 0, skipped + 0 }' "${files[@]}"
}

# The numbers in the last line a script printed: "N passed, N failed, N skipped".
count_line() {
  sed -nE 's/^.*\b([0-9]+) passed, ([0-9]+) failed, ([0-9]+) skipped.*$/\1 \2 \3/p' "$1" | tail -n 1 |
    awk '{ print $1 + $2 + $3, $2, $3; found = 1 } END { if (!found) print "0 0 0" }'
}

# A suite that ran nothing, or whose command failed though no test did, has failed as well.
record_suite() {
  local name=$1 status=$2 seconds=$3 tests=$4 failed=$5 skipped=$6
  if ((status != 0 && failed == 0)) || ((tests == 0)); then
    failed=$((failed + 1))
    tests=$((tests + 1))
    say "suite $name: the command ended with $status and reported no failed test; see its output above"
  fi
  SUITE_ROWS+=("$name $tests $failed $skipped $seconds")
}

# maven_suite NAME ARG…: a Maven run whose Surefire reports are the suite's result.
maven_suite() {
  local name=$1 start=$EPOCHREALTIME status=0 counts
  shift
  heading "$name"
  forget_reports
  "$ROOT/mvnw" -B -ntp -Dstyle.color=never -Dmaven.test.failure.ignore=true "$@" || status=$?
  keep_reports "$name"
  read -ra counts < <(count_reports "$name")
  record_suite "$name" "$status" "$(seconds_since "$start")" "${counts[@]}"
}

# script_suite NAME COMMAND…: a command that ends with a line "N passed, N failed, N skipped".
script_suite() {
  local name=$1 start=$EPOCHREALTIME status=0 counts log
  shift
  heading "$name"
  mkdir -p "$REPORTS/$name"
  log=$REPORTS/$name/output.log
  "$@" 2>&1 | tee "$log" || status=$?
  read -ra counts < <(count_line "$log")
  record_suite "$name" "$status" "$(seconds_since "$start")" "${counts[@]}"
}

# Modules that hold a test with this tag, as Maven's -pl wants them.
modules_with_tag() {
  (cd "$ROOT" && grep -rl --include='*.java' "@Tag(\"$1\")" . | sed -nE 's#^\./(.+)/src/test/.*#\1#p' | sort -u | paste -sd, -)
}

# Prints one line a suite, then the sum; fails when anything failed or was skipped.
summary() {
  local row name tests failed skipped seconds passed=0 failures=0 skips=0
  printf '\n%-12s %7s %7s %8s %9s\n' suite tests failed skipped seconds
  for row in "${SUITE_ROWS[@]}"; do
    read -r name tests failed skipped seconds <<<"$row"
    printf '%-12s %7d %7d %8d %9.1f\n' "$name" "$tests" "$failed" "$skipped" "$seconds"
    passed=$((passed + tests - failed - skipped))
    failures=$((failures + failed))
    skips=$((skips + skipped))
  done
  ((skips == 0)) || printf 'skipped tests count as failed: nothing here may be left out\n'
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failures" "$skips"
  ((failures == 0 && skips == 0))
}
