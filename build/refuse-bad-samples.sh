#!/usr/bin/env bash
# Puts bad samples into a copy of the project and asserts that each gate refuses them with its own message. Only as much
# is built as the gate needs.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
package=incident-core/src/main/java/dev/incidentkit/core/incident
failed=0

# the files git knows or would add; what was built in the copy before stays
fresh_copy() {
  mkdir -p "$work/copy" && cd "$work/copy"
  find . -name 'BadSample.java' -not -path '*/target/*' -delete
  (cd "$root" && git ls-files -z --cached --others --exclude-standard | tar -c --null --files-from=- --ignore-failed-read) |
    tar -x
}

# build ARGUMENTS: runs Maven, which must fail
build() {
  if ./mvnw -B -ntp "$@" >"$work/log" 2>&1; then
    echo "NOT REFUSED: mvnw $*" && failed=1
  fi
}

# refused NAME MESSAGE: the last build's log must hold the message
refused() {
  if grep -qE -- "$2" "$work/log"; then
    echo "refused  $1: $(grep -m1 -oE -- "$2" "$work/log")"
  else
    echo "NOT SEEN $1, expected: $2" && grep -E "ERROR|WARN" "$work/log" | head -n 5 && failed=1
  fi
}

add_class() { printf 'package dev.incidentkit.core.incident;\n\n%s\n' "$1" >"$package/BadSample.java"; }
add_dependency() { perl -0pi -e "s|(</dependency>\\s*)(</dependencies>)|\$1$2\$2|" "$1/pom.xml"; }
core=(-pl incident-core -am)

fresh_copy
add_class 'final   class BadSample {}'
build spotless:check "${core[@]}"
refused "format" "The following files had format violations"

fresh_copy
add_class 'final class BadSample {
    static int length(String text) {
        text.trim();
        return text.length();
    }

    static String nothing() {
        return null;
    }
}'
build compile "${core[@]}"
refused "Error Prone" "\[ReturnValueIgnored\]|\[CheckReturnValue\]"
refused "NullAway" "\[NullAway\] returning @Nullable expression"

fresh_copy
add_class 'import java.util.ArrayList;

final class BadSample {
    static int size(Object things) {
        return ((ArrayList<String>) things).size();
    }
}'
build compile "${core[@]}"
refused "warnings of javac" "\[unchecked\]|unchecked cast"

fresh_copy
add_class '/** See {@link NoSuchType}. */
final class BadSample {}'
build compile "${core[@]}"
refused "Javadoc lint" "reference not found"

fresh_copy
add_dependency incident-core '<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId></dependency>'
build verify "${core[@]}" -DskipTests -Dspotless.check.skip
refused "dependency analysis" "org.slf4j:slf4j-api:jar:[0-9.]+:compile"

fresh_copy
add_dependency incident-core '<dependency><groupId>info.picocli</groupId><artifactId>picocli</artifactId></dependency>'
build validate "${core[@]}"
refused "library not permitted" "info.picocli:picocli:jar:[0-9.]+ <--- banned"

fresh_copy
add_dependency incident-core '<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>2.0.16</version></dependency><dependency><groupId>org.apache.commons</groupId><artifactId>commons-configuration2</artifactId><version>2.11.0</version></dependency><dependency><groupId>org.apache.commons</groupId><artifactId>commons-text</artifactId><version>1.9</version></dependency>'
build validate "${core[@]}"
refused "upper bounds and convergence" "Require upper bound dependencies error|Dependency convergence error"

# the smallest module that has tests of its own; no test of the others runs
fresh_copy
untested=$(for i in $(seq 400); do echo "        sum += value % $((i + 1));"; done)
printf 'package dev.incidentkit.metrics;\n\nfinal class BadSample {\n    static int untested(int value) {\n        int sum = 0;\n%s\n        return sum;\n    }\n}\n' \
  "$untested" >incident-metrics/src/main/java/dev/incidentkit/metrics/BadSample.java
build verify -pl incident-metrics -am -Dtest='dev.incidentkit.metrics.*Test' -Dsurefire.failIfNoSpecifiedTests=false \
  -Dspotless.check.skip -Dmdep.analyze.skip
refused "coverage floor" "ratio is [0-9.]+, but expected minimum is [0-9.]+"

# architecture-tests looks at all modules, so one build shows its rules; each has a bad sample of its own there besides
fresh_copy
long=$(for i in $(seq 45); do echo "        sum += value % $((i + 1));"; done)
add_class "/** Uses what stands to its right. */
public final class BadSample {
    private static int counter;

    private BadSample() {}

    static int tooLong(int value, boolean first, boolean second, int a, int b, int c) {
        int sum = dev.incidentkit.core.lifecycle.Lifecycle.itil().hashCode();
$long
        return sum + counter + (int) System.currentTimeMillis();
    }

    public String bare() {
        return \"\";
    }
}"
add_dependency incident-json '<dependency><groupId>dev.incidentkit</groupId><artifactId>incident-store-spi</artifactId></dependency>'
build test -Dwarnings.fail=false -Dtest='dev.incidentkit.architecture.*Test' -Dsurefire.failIfNoSpecifiedTests=false
refused "arrows between modules" "incident-json/pom.xml:[0-9]+: incident-json uses incident-store-spi"
refused "arrows between packages" "BadSample.java:[0-9]+: BadSample uses dev.incidentkit.core.lifecycle.Lifecycle"
refused "budget of methods" "BadSample.java:[0-9]+: tooLong has [0-9]+ lines; the bound: at most 40"
refused "budget of parameters" "BadSample.java:[0-9]+: tooLong has 6 parameters; the bound: at most 5"
refused "adjacent booleans" "BadSample.java:[0-9]+: tooLong takes the booleans first and second side by side"
refused "mutable statics" "BadSample.java:[0-9]+: static \[counter\] is not final"
refused "missing Javadoc" "BadSample.java:[0-9]+: bare has no Javadoc"
refused "clocks of its own" "BadSample.java:[0-9]+: BadSample calls java.lang.System.currentTimeMillis"

# jars that carry the time at which they were built
fresh_copy
perl -pi -e 's|<project.build.outputTimestamp>.*</project.build.outputTimestamp>||' pom.xml
git init -q . && build/check-reproducible.sh "${core[@]}" >"$work/log" 2>&1 && echo "NOT REFUSED: check-reproducible" && failed=1
refused "reproducible jars" "Two builds differ"

exit "$failed"
