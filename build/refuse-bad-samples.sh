#!/usr/bin/env bash
# Puts one bad sample per gate into a copy of the project and asserts that the build refuses it with its own message.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
package=incident-core/src/main/java/dev/incidentkit/core/incident
failed=0

fresh_copy() {
  rm -rf "$work/copy" && mkdir "$work/copy"
  (cd "$root" && git ls-files -z --cached --others --exclude-standard | tar -c --null --files-from=-) | tar -x -C "$work/copy"
  cd "$work/copy"
}

# refused NAME MESSAGE: the build of incident-core must fail, and its log must hold the message
refused() {
  local name=$1 message=$2 && shift 2
  if ./mvnw -B -ntp verify -pl incident-core -am "$@" >"$work/log" 2>&1; then
    echo "NOT REFUSED  $name"; failed=1
  elif grep -qE -- "$message" "$work/log"; then
    echo "refused      $name: $(grep -m1 -oE -- "$message" "$work/log")"
  else
    echo "FAILED OTHERWISE  $name, expected: $message"; grep ERROR "$work/log" | head -n 5; failed=1
  fi
}

add_class() { printf 'package dev.incidentkit.core.incident;\n\n%s\n' "$1" >"$package/BadSample.java"; }
add_dependency() { perl -0pi -e "s|(</dependency>\\s*)(</dependencies>)|\$1$1\$2|" incident-core/pom.xml; }

fresh_copy
add_class 'final   class BadSample {}'
refused "format" "The following files had format violations"

fresh_copy
add_class 'final class BadSample {
    static int length(String text) {
        text.trim();
        return text.length();
    }
}'
refused "Error Prone" "\[ReturnValueIgnored\]|\[CheckReturnValue\]"

fresh_copy
add_class 'final class BadSample {
    static String nothing() {
        return null;
    }
}'
refused "NullAway" "\[NullAway\] returning @Nullable expression"

fresh_copy
add_class 'import java.util.ArrayList;

final class BadSample {
    static int size(Object things) {
        return ((ArrayList<String>) things).size();
    }
}'
refused "warnings of javac" "\[unchecked\]|unchecked cast"

fresh_copy
add_class '/** See {@link NoSuchType}. */
final class BadSample {}'
refused "Javadoc lint" "reference not found"

fresh_copy
add_dependency '<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId></dependency>'
refused "unused dependency" "org.slf4j:slf4j-api:jar:[0-9.]+:compile"

fresh_copy
add_dependency '<dependency><groupId>info.picocli</groupId><artifactId>picocli</artifactId></dependency>'
refused "library not permitted" "info.picocli:picocli:jar:[0-9.]+ <--- banned"

fresh_copy
add_dependency '<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>2.0.16</version></dependency><dependency><groupId>org.apache.commons</groupId><artifactId>commons-configuration2</artifactId><version>2.11.0</version></dependency><dependency><groupId>org.apache.commons</groupId><artifactId>commons-text</artifactId><version>1.9</version></dependency>'
refused "upper bounds and convergence" "Require upper bound dependencies error|Dependency convergence error"

fresh_copy
add_untested=$(for i in $(seq 400); do echo "        sum += value % $((i + 1));"; done)
add_class "final class BadSample {
    static int untested(int value) {
        int sum = 0;
$add_untested
        return sum;
    }
}"
refused "coverage floor" "ratio is [0-9.]+, but expected minimum is [0-9.]+" -Pcoverage

exit "$failed"
