#!/usr/bin/env bash
# Deploys a release of the published modules, signed with a throw-away key, into a folder, and looks at every artifact: jar,
# sources, Javadoc, bill of materials, signatures, the pom that users get, the BOM, the licences of what they bring. Then it
# sees that each kind of leak would be found, that a licence that is not allowed is refused, and that -Pcompare refuses a
# change that breaks users of that release. With a folder as its argument it leaves the repository there.
# MODULES=incident-core,incident-bom looks only at those, for a quick answer.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"; [ -z "${GNUPGHOME:-}" ] || gpgconf --kill all' EXIT
repository=${1:-$work/deployed}
version=0.1.0
group=dev/incidentkit
# what was downloaded before is read from there, and nothing is written to it
repositories=("-Dmaven.repo.local=$work/repository" "-Dmaven.repo.local.tail=${MAVEN_REPO_TAIL:-${HOME}/.m2/repository}")
quick=(-Dmaven.test.skip=true -Dcoverage.skip=true -Dspotless.check.skip -Dmdep.analyze.skip)
failed=0

fault() { echo "FAULT $*" && failed=1; }

# the files git knows or would add, as a release: the version without SNAPSHOT
mkdir "$work/release" && cd "$work/release"
(cd "$root" && git ls-files -z --cached --others --exclude-standard | tar -c --null --files-from=- --ignore-failed-read) | tar -x
find . -name pom.xml -exec sed -i "s|<version>$version-SNAPSHOT</version>|<version>$version</version>|" {} +
modules=${MODULES:-$(ls -d incident-*/ | tr -d / | paste -sd,)}

sign=()
if command -v gpg >/dev/null; then
  export GNUPGHOME="$work/keys"
  mkdir -m 700 "$GNUPGHOME"
  gpg --batch --quiet --passphrase '' --quick-generate-key 'Throw Away <throw.away@example.org>' ed25519 sign never
  sign=(-Psign)
else
  echo "There is no gpg: signatures are not tested."
fi
./mvnw -q -B -ntp "${repositories[@]}" deploy -Prelease "${sign[@]}" "${quick[@]}" -pl "$modules" -am \
  "-DaltDeploymentRepository=local::file:$repository"

# what a pom for users must not have: how it was built, what it was tested with, what only the parent knows
leaks() {
  grep -nE '<(parent|build|properties|modules|profiles|repositories|pluginRepositories|distributionManagement|reporting)>' "$1" || true
  # the BOM says its own version by its name, which every importer resolves to the BOM's
  sed 's/\${project.version}//' "$1" | grep -nE '\$\{|-SNAPSHOT|<scope>test</scope>|<systemPath>' || true
  grep -q '<packaging>pom</packaging>' "$1" || grep -n '<dependencyManagement>' "$1" || true
}

# what every pom must say
lacks() {
  for element in name description licenses developers inceptionYear; do
    grep -q "<$element>" "$1" || echo "$element"
  done
}

# jar_has ARTIFACT JAR PATTERN; read as a whole first: grep -q would stop unzip, and so fail the pipe
jar_has() { grep -qE -- "$3" <<<"$(unzip -Z1 "$2")" || fault "$1: $(basename "$2") lacks $3"; }

count=0
for directory in "$repository/$group"/*/"$version"; do
  artifact=$(basename "$(dirname "$directory")")
  base="$directory/$artifact-$version"
  count=$((count + 1))
  found=$(leaks "$base.pom")
  [ -z "$found" ] || fault "$artifact: its pom leaks $found"
  found=$(lacks "$base.pom")
  [ -z "$found" ] || fault "$artifact: its pom lacks" $found
  files=("$base.pom" "$base-cyclonedx.json")
  if ! grep -q '<packaging>pom</packaging>' "$base.pom"; then
    files+=("$base.jar" "$base-sources.jar" "$base-javadoc.jar")
    for jar in "$base.jar" "$base-sources.jar"; do
      [ ! -f "$jar" ] || { jar_has "$artifact" "$jar" '^META-INF/LICENSE$'; jar_has "$artifact" "$jar" '^META-INF/NOTICE$'; }
    done
    jar_has "$artifact" "$base-sources.jar" '\.java$'
    jar_has "$artifact" "$base-javadoc.jar" '^index.html$'
    grep -q '^module-info.class$' <<<"$(unzip -Z1 "$base.jar")" ||
      grep -q '^Automatic-Module-Name: dev.incidentkit' <<<"$(unzip -p "$base.jar" META-INF/MANIFEST.MF)" ||
      fault "$artifact: its jar is no module"
    tests=$(cd "$artifact" && [ ! -d src/test/java ] || find src/test/java -name '*.java' -not -name '*-info.java' | sed 's|^src/test/java/||; s|java$|class|')
    found=$(grep -xF -- "$tests" <<<"$(unzip -Z1 "$base.jar")" || true)
    [ -z "$tests" ] || [ -z "$found" ] || fault "$artifact: its jar holds tests:" $found
    # what a jar holds of others comes with its licence
    if grep -q 'echarts' <<<"$(unzip -Z1 "$base.jar")"; then
      for licence in zrender d3; do jar_has "$artifact" "$base.jar" "^META-INF/licenses/$licence.txt$"; done
    fi
  fi
  for file in "${files[@]}"; do
    [ -s "$file" ] || { fault "$artifact: $(basename "$file") is missing"; continue; }
    if [ "${#sign[@]}" -gt 0 ]; then
      gpg --batch --quiet --verify "$file.asc" "$file" 2>/dev/null || fault "$artifact: the signature of $(basename "$file")"
    fi
  done
  grep -q '"bomFormat" *: *"CycloneDX"' "$base-cyclonedx.json" || fault "$artifact: its bill of materials is none"
  case $artifact in incident-testkit) ;; *)
    ! grep -oE '"purl" *: *"pkg:maven/(org.junit|org.assertj|net.jqwik)[^"]*' "$base-cyclonedx.json" ||
      fault "$artifact: its bill of materials lists what it is tested with" ;;
  esac
done
expected=$(($(tr , '\n' <<<"$modules" | wc -l) + 1)) # the modules and the parent
[ "$count" -eq "$expected" ] || fault "$count artifacts were deployed, not $expected"

# the BOM names every jar, in this version
bom="$repository/$group/incident-bom/$version/incident-bom-$version.pom"
for jar in "$repository/$group"/*/"$version"/*-"$version.jar"; do
  artifact=$(basename "$(dirname "$(dirname "$jar")")")
  grep -qF "<artifactId>$artifact</artifactId><version>\${project.version}</version>" <<<"$(tr -d ' \n' <"$bom")" ||
    fault "the BOM lacks $artifact"
done
echo "$count artifacts in $(find "$repository/$group" -name '*.jar' -o -name '*.pom' -o -name '*.json' -o -name '*.asc' | wc -l) files"

# what the modules bring, and under which licences, is what THIRD-PARTY.txt says
if [ -z "${MODULES:-}" ]; then
  diff <(sed '1,/^$/d' THIRD-PARTY.txt) <(cat incident-*/target/third-party/THIRD-PARTY.txt | LC_ALL=C sort -u) ||
    fault "THIRD-PARTY.txt lists other artifacts than the modules bring, see above"
  cp pom.xml "$work/pom.xml"
  sed -i '/<includedLicense>EPL-2.0</d' pom.xml
  if ./mvnw -B -ntp "${repositories[@]}" -Prelease license:add-third-party@licences -pl incident-testkit >"$work/licences.log" 2>&1; then
    fault "a licence that is not allowed goes unnoticed"
  else
    grep -m1 -E "License: .*EPL-2.0" "$work/licences.log" | sed 's/^/refused   /' ||
      { tail -n 40 "$work/licences.log"; fault "a licence that is not allowed fails, but not for what it is"; }
  fi
  mv "$work/pom.xml" pom.xml
fi

# a pom with a leak is found
sample="$repository/$group/incident-core/$version/incident-core-$version.pom"
planted() {
  sed "$2" "$sample" >"$work/planted.pom"
  ! cmp -s "$sample" "$work/planted.pom" || fault "the planted $1 changes nothing"
  found=$(leaks "$work/planted.pom")
  [ -n "$found" ] && echo "found     $1: $found" || fault "a pom with $1 goes unnoticed"
}
planted "a test dependency" '0,/<\/dependencies>/s|</dependencies>|<dependency><groupId>x</groupId><artifactId>x</artifactId><version>1</version><scope>test</scope></dependency></dependencies>|'
planted "a build" 's|</project>|<build></build></project>|'
planted "a parent" 's|<modelVersion>|<parent></parent><modelVersion>|'
planted "a property" "0,/<version>/s|<version>[^<]*</version>|<version>\${revision}</version>|"
planted "a snapshot" "0,/<version>/s|<version>[^<]*</version>|<version>1-SNAPSHOT</version>|"

# what breaks users of the release is refused, and what does not break them is not
compare=("${repositories[@]}" verify -Pcompare "-Dreleased.version=$version" "${quick[@]}" -pl incident-core)
find . -name pom.xml -exec sed -i "s|<version>$version</version>|<version>0.2.0-SNAPSHOT</version>|" {} +
channel=incident-core/src/main/java/dev/incidentkit/core/incident/Channel.java
cp "$channel" "$work/Channel.java"
sed -i 's|^    public static final Channel PORTAL = .*|&\n\n    /** A new one. */\n    public static final Channel PLANTED = new Channel("PLANTED");|' "$channel"
./mvnw -q -B -ntp "${compare[@]}" -am >"$work/compare.log" 2>&1 ||
  { tail -n 40 "$work/compare.log"; fault "what only adds is refused"; }
# nothing of main code uses it; japicmp 0.27.0 takes no offence at a public field that is no longer public
sed '/A chat or chatbot/d; /public static final Channel CHAT = /d' "$work/Channel.java" >"$channel"
! cmp -s "$channel" "$work/Channel.java" || fault "the planted change changes nothing"
if ./mvnw -B -ntp "${compare[@]}" -am >"$work/compare.log" 2>&1; then
  fault "a change that breaks users goes unnoticed"
else
  grep -m1 -oE 'incompatibility: .*FIELD_REMOVED' "$work/compare.log" | sed 's/^/refused   /' ||
    { tail -n 40 "$work/compare.log"; fault "a change that breaks users fails, but not for what it is"; }
fi

exit "$failed"
