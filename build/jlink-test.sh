#!/usr/bin/env bash
# Links a host on the module path, the desk and what it needs, into an image of its own by jlink, and runs it: every
# dependency of the desk is a named module, so the image needs no class path and no JDK beside it.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# what was downloaded before is read from there, and nothing is written to it
repositories=("-Dmaven.repo.local=$work/repository" "-Dmaven.repo.local.tail=${MAVEN_REPO_TAIL:-${HOME}/.m2/repository}")
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}

cd "$root"
# INSTALLED=yes: what MAVEN_REPO_TAIL names holds the modules already
[ -n "${INSTALLED:-}" ] || ./mvnw -q -B -ntp "${repositories[@]}" install -DskipTests -Dcoverage.skip=true -Dspotless.check.skip -Dmdep.analyze.skip \
  -pl incident-desk,incident-bom -am
cp -r "$root/build/consumers/module-path" "$work/host"
cp "$root/mvnw" "$work/host/" && cp -r "$root/.mvn" "$work/host/"
cd "$work/host"
./mvnw -q -B -ntp "${repositories[@]}" package

# JBoss Logging, by which Hibernate Validator logs, names java.logging as optional, and fails without it
"$java_home/bin/jlink" --module-path target/classes:target/modules --add-modules consumer,java.logging --launcher consumer=consumer/consumer.Main \
  --strip-debug --no-header-files --no-man-pages --output "$work/image"
"$work/image/bin/consumer"
grep -qx 'dev.incidentkit.desk.*' <<<"$("$work/image/bin/java" --list-modules)" ||
  { echo "The desk is no module of the image." >&2; exit 1; }
echo "jlink: $("$work/image/bin/java" --list-modules | wc -l) modules in $(du -sm "$work/image" | cut -f1) MB, and the host ran in it"
