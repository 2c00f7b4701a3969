#!/usr/bin/env bash
# Installs the published modules into a repository of their own and builds two programs against them, outside the
# reactor: one on the class path, one on the module path.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# what was downloaded before is read from there, and nothing is written to it
repositories=("-Dmaven.repo.local=$work/repository" "-Dmaven.repo.local.tail=${HOME}/.m2/repository")

cd "$root"
./mvnw -q -B -ntp "${repositories[@]}" install -DskipTests -Dspotless.check.skip -Dmdep.analyze.skip
for consumer in class-path module-path; do
  cp -r "$root/build/consumers/$consumer" "$work/$consumer"
  cp "$root/mvnw" "$work/$consumer/" && cp -r "$root/.mvn" "$work/$consumer/"
  (cd "$work/$consumer" && ./mvnw -q -B -ntp "${repositories[@]}" verify)
  echo "$consumer: built and ran against the installed artifacts"
done
