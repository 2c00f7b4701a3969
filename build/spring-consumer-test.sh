#!/usr/bin/env bash
# Builds and runs a Spring Boot application against the installed starter, outside the reactor, on the oldest line of Boot
# that it supports, on the one between, and on the newest: transactions, the wait for schema.sql, ticks, health, meters.
# Boot's own versions of Spring, Micrometer, Hibernate Validator and drivers are used. Then it sees that a faulty definition
# stops the start with its place.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# what was downloaded before is read from there, and nothing is written to it
repositories=("-Dmaven.repo.local=$work/repository" "-Dmaven.repo.local.tail=${MAVEN_REPO_TAIL:-${HOME}/.m2/repository}")

cd "$root"
# INSTALLED=yes: what MAVEN_REPO_TAIL names holds the modules already
[ -n "${INSTALLED:-}" ] || ./mvnw -q -B -ntp "${repositories[@]}" install -DskipTests -Dcoverage.skip=true -Dspotless.check.skip -Dmdep.analyze.skip \
  -pl incident-spring-boot-starter,incident-bom -am

# boot-4 is a profile that is not there, of which Maven only warns
for boot in 3.5.7 4.0.7 4.1.2; do
  cp -r "$root/build/consumers/spring" "$work/boot-$boot"
  cp "$root/mvnw" "$work/boot-$boot/" && cp -r "$root/.mvn" "$work/boot-$boot/"
  (cd "$work/boot-$boot" && ./mvnw -q -B -ntp "${repositories[@]}" verify "-Dspring-boot.version=$boot" \
    "-Pboot-${boot%%.*}") >"$work/$boot.log" 2>&1 ||
    { tail -n 80 "$work/$boot.log" >&2; echo "Boot $boot: the application's tests fail" >&2; exit 1; }
  echo "Boot $boot: the application's tests pass"
done

cd "$work/boot-4.1.2"
sed -i 's/P1: 10m/P1: soon/' src/main/resources/process/shop.yaml
if ./mvnw -q -B -ntp "${repositories[@]}" verify >"$work/faulty.log" 2>&1; then
  echo "a faulty definition goes unnoticed" >&2
  exit 1
fi
grep -qF 'shop.yaml:9:21' "$work/faulty.log" || { tail -n 60 "$work/faulty.log" >&2; echo "its place is not told" >&2; exit 1; }
echo "a faulty definition stops the start, with its place"
