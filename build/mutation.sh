#!/usr/bin/env bash
# Plants faults into a package with PIT and lists those that no test notices:
#   build/mutation.sh dev.incidentkit.core.lifecycle [incident-core [TESTS]]
# The package stands without those below it; a pattern of classes (dev.incidentkit.core.sla.Cycle*) narrows it. TESTS are
# patterns of test classes, with commas between them, those of the same package by default. Properties run with few tries,
# tests with the tag "slow" not at all. MAVEN_ARGS goes to Maven: -Dmutation.skipped=PATTERNS leaves out test classes,
# -Dmutation.threads=2 takes two threads.
set -euo pipefail
cd "$(dirname "$0")/.."
package=${1:?a package, for example dev.incidentkit.core.lifecycle}
module=${2:-incident-core}
case $package in
  *'*'*) classes=$package && tests=${3:-${package%.*}.*} ;;
  *) classes="~${package//./\\.}\\.[A-Z].*" && tests=${3:-$package.*} ;;
esac

# shellcheck disable=SC2086
./mvnw -q -B ${MAVEN_ARGS:-} -Pmutation -pl "$module" -am -Dcoverage.skip=true "-Dmutation.classes=$classes" \
  "-Dmutation.tests=$tests" test-compile org.pitest:pitest-maven:mutationCoverage

report=$module/target/pit-reports/mutations.xml
count() { { grep -o "status='$1'" "$report" || true; } | wc -l; }
killed=$(($(count KILLED) + $(count TIMED_OUT) + $(count MEMORY_ERROR) + $(count RUN_ERROR)))
all=$(grep -c '<mutation ' "$report" || true)
[ "$all" -gt 0 ] || { echo "No mutant was made of $package."; exit 1; }
echo "Noticed by no test:"
sed -n "s|.*status='\(SURVIVED\|NO_COVERAGE\)'.*<sourceFile>\(.*\)</sourceFile>.*<mutatedMethod>\(.*\)</mutatedMethod>.*<lineNumber>\(.*\)</lineNumber>.*<mutator>.*\.\(.*\)</mutator>.*<description>\(.*\)</description>.*|  \2:\4 \3: \6 (\1)|p" \
  "$report" | sed 's/&lt;/</g; s/&gt;/>/g' | sort
echo "$package: $killed of $all mutants noticed, $((100 * killed / all)) % ($(count TIMED_OUT) of them because a test did not end)"
