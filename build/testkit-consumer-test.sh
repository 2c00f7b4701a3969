#!/usr/bin/env bash
# Builds a user's project against the installed artifacts, outside the reactor, on the oldest line of JUnit Jupiter that
# the test kit supports and on the newest: its routing table, its working time, its own store and the laws of its process,
# tested with the kit. Then plants a fault into each of them, and sees that the project's own tests find it.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# what was downloaded before is read from the tail, and nothing is written to it; the artifacts go to a repository that is
# made for this run, or to one that is named
repositories=("-Dmaven.repo.local=${MAVEN_REPO_LOCAL:-$work/repository}" "-Dmaven.repo.local.tail=${MAVEN_REPO_TAIL:-${HOME}/.m2/repository}")

cd "$root"
./mvnw -q -B -ntp "${repositories[@]}" install -DskipTests -Dcoverage.skip=true -Dspotless.check.skip -Dmdep.analyze.skip \
  -pl incident-testkit,incident-bom -am

# A fresh copy of the project; the first argument names it.
project() {
  rm -rf "${work:?}/$1"
  cp -r "$root/build/consumers/testkit" "$work/$1"
  cp "$root/mvnw" "$work/$1/" && cp -r "$root/.mvn" "$work/$1/"
}

for junit in 5.13.4 6.1.3; do
  project "on-$junit"
  (cd "$work/on-$junit" && ./mvnw -q -B -ntp "${repositories[@]}" verify "-Djunit.version=$junit")
  echo "Jupiter $junit: the project's tests pass"
done

# fault, source, and what the failure says
while IFS='|' read -r fault source expected; do
  project "$fault"
  sed -i -f "$work/$fault/faults/$fault.sed" "$work/$fault/src/main/java/shop/$source"
  if cmp -s "$work/$fault/src/main/java/shop/$source" "$root/build/consumers/testkit/src/main/java/shop/$source"; then
    echo "fault $fault changes nothing in $source" >&2
    exit 1
  fi
  if (cd "$work/$fault" && ./mvnw -q -B -ntp "${repositories[@]}" verify) >"$work/$fault.log" 2>&1; then
    echo "fault $fault goes unnoticed" >&2
    exit 1
  fi
  if ! grep -qF -- "$expected" "$work/$fault.log"; then
    echo "fault $fault is noticed, but not told by '$expected':" >&2
    tail -n 60 "$work/$fault.log" >&2
    exit 1
  fi
  echo "fault $fault: found"
done <<'FAULTS'
routing|Routing.java|routing.md:8:
hours|ShopHours.java|office: PT8H after 2026-03-02T09:00:00Z is 2026-03-02T17:00:00Z, not
store|CachedStore.java|CachedStoreTest.an_incident_begins_once
laws|Support.java|SupportLawsTest.lateness changes nothing
FAULTS

# Without one of its cases the rules are no longer all reached, and the build fails for it.
project uncovered
sed -i '/an old database/d' "$work/uncovered/src/test/rules/routing.md"
sed -i '/no_fault_of_the_table/,/^    }/d; /^    @Test$/d' "$work/uncovered/src/test/java/shop/RoutingTest.java"
if (cd "$work/uncovered" && ./mvnw -q -B -ntp "${repositories[@]}" verify) >"$work/uncovered.log" 2>&1; then
  echo "a rule that no case reaches goes unnoticed" >&2
  exit 1
fi
grep -qF 'never reached' "$work/uncovered.log"
echo "coverage under the minimum: the build fails"
