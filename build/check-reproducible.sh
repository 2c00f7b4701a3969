#!/usr/bin/env bash
# Builds the published jars twice, in two directories, and compares them byte by byte. Arguments are passed to Maven.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for build in first second-with-a-longer-name; do
  mkdir "$work/$build"
  # the files git knows or would add: no target directory, no local leftovers
  (cd "$root" && git ls-files -z --cached --others --exclude-standard | tar -c --null --files-from=- --ignore-failed-read) |
    tar -x -C "$work/$build"
  (cd "$work/$build" && ./mvnw -q -B -ntp package -Prelease -DskipTests -Dspotless.check.skip "$@" >"$work/$build.log" 2>&1) ||
    { cat "$work/$build.log"; exit 1; }
  (cd "$work/$build" && find . -path '*/target/*' \( -name '*.jar' -o -name '*.pom' -o -name '.flattened-pom.xml' -o -name 'bom.json' \) \
    -not -path '*/classes/*' -print0 | sort -z | xargs -0 sha256sum) >"$work/$build.sums"
done

[ "$(grep -c '\.jar$' "$work/first.sums")" -gt 0 ] || { echo "No jar was built."; exit 1; }
diff "$work/first.sums" "$work/second-with-a-longer-name.sums" || { echo "Two builds differ, see above."; exit 1; }
cat "$work/first.sums"
echo "$(wc -l <"$work/first.sums") files are the same in both builds."
