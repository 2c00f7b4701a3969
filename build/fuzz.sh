#!/usr/bin/env bash
# Fuzzes every reader with Jazzer: build/fuzz.sh [SECONDS [TARGET...]], 60 seconds each by default. Needs about 1 GB of
# memory. A finding is printed with its stack trace, its input lies in fuzzing/target/fuzz/TARGET; put it into
# fuzzing/src/test/resources/findings/TARGET, and it is part of every build. MAVEN_ARGS goes to Maven.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
shift || true
work=$PWD/fuzzing/target/fuzz
mkdir -p "$work"

# shellcheck disable=SC2086
./mvnw -q -B ${MAVEN_ARGS:-} -Pfuzz -pl fuzzing -am -Dtest='FuzzTargetTest#seeds*' -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcoverage.skip=true "-Dincidentkit.fuzz.seeds=$work/seeds" test \
  dependency:build-classpath -Dmdep.outputFile=target/fuzz-classpath.txt -Dmdep.includeScope=runtime

targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(ls "$work/seeds")
status=0
for target in "${targets[@]}"; do
  mkdir -p "$work/$target/corpus"
  echo "== $target, $seconds s"
  (cd "$work/$target" && java -Xmx700m -cp "$PWD/../../classes:$(cat "$PWD/../../fuzz-classpath.txt")" \
    "-Dincidentkit.fuzz.target=$target" com.code_intelligence.jazzer.Jazzer \
    --target_class=dev.incidentkit.fuzzing.FuzzTarget --instrumentation_includes='dev.incidentkit.**' \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1600 corpus "$work/seeds/$target") \
    >"$work/$target/log" 2>&1 || { status=1; tail -n 60 "$work/$target/log"; }
  grep -E '^(Done|#[0-9]+\s+DONE|stat::)' "$work/$target/log" | tail -n 1 || true
done
exit "$status"
