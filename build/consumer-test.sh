#!/usr/bin/env bash
# Installs the desk and what it needs into a repository of their own and builds programs against them, outside the reactor:
# one on the class path and one on the module path, each on the oldest line of Hibernate Validator that is supported and on
# the newest; and one in Kotlin, which takes warnings as errors, and whose compiler must refuse null where the library takes none.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# what was downloaded before is read from there, and nothing is written to it
repositories=("-Dmaven.repo.local=$work/repository" "-Dmaven.repo.local.tail=${MAVEN_REPO_TAIL:-${HOME}/.m2/repository}")

cd "$root"
# INSTALLED=yes: what MAVEN_REPO_TAIL names holds the modules already
[ -n "${INSTALLED:-}" ] || ./mvnw -q -B -ntp "${repositories[@]}" install -DskipTests -Dcoverage.skip=true -Dspotless.check.skip -Dmdep.analyze.skip \
  -pl incident-desk,incident-bom -am

# consumer NAME ARGUMENTS: builds and runs a fresh copy
consumer() {
  rm -rf "${work:?}/$1"
  cp -r "$root/build/consumers/$1" "$work/$1"
  cp "$root/mvnw" "$work/$1/" && cp -r "$root/.mvn" "$work/$1/"
  (cd "$work/$1" && ./mvnw -q -B -ntp "${repositories[@]}" verify "${@:2}")
  echo "$*: built and ran against the installed artifacts"
}

oldest=(-Dhibernate-validator.version=8.0.6.Final -Djakarta-validation.version=3.0.2)
newest=(-Dhibernate-validator.version=9.1.6.Final -Djakarta-validation.version=3.1.1)
consumer class-path "${oldest[@]}"
consumer class-path "${newest[@]}"
consumer module-path "${oldest[@]}" -Dadded.modules=com.fasterxml.classmate
consumer module-path "${newest[@]}"
consumer kotlin

# null where the library takes none is refused by Kotlin's compiler
rm -rf "$work/null" && cp -r "$work/kotlin" "$work/null" && cd "$work/null"
sed -i 's/Actor.agent("ann")/Actor.agent(null)/' src/main/kotlin/Main.kt
if ./mvnw -q -B -ntp "${repositories[@]}" clean compile >"$work/null.log" 2>&1; then
  echo "null goes unnoticed" >&2
  exit 1
fi
grep -m1 -iE "main.kt.*null can ?not be a value of a non-null type" "$work/null.log" ||
  { tail -n 40 "$work/null.log" >&2; echo "null is refused, but not for what it is" >&2; exit 1; }
