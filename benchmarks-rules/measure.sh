#!/usr/bin/env bash
# Measures all of docs/performance-rules.md, within a quarter of an hour on a quiet machine. Run at the root of the
# project after ./mvnw -B -DskipTests -pl benchmarks-rules -am package; takes other options of JMH from JMH_OPTIONS.
set -euo pipefail

jar=${JAR:-benchmarks-rules/target/benchmarks-rules.jar}
read -r -a options <<< "${JMH_OPTIONS:--f 1 -wi 2 -w 1 -i 3 -r 1}"
package=dev.incidentkit.benchmarks.rules

java -jar "$jar" MatrixBenchmark TableBenchmark LoadBenchmark "${options[@]}" -prof gc -foe true
java -jar "$jar" PeerBenchmark "${options[@]}" -prof gc -foe true
java -cp "$jar" "$package.Footprint" 40x8
java -cp "$jar" "$package.StartUp" "${STARTS:-5}" 40x8
