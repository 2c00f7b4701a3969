/**
 * Which cells, rules, guards, transitions, thresholds and reasons to wait the tests of a process reach. A {@link
 * dev.incidentkit.testkit.coverage.CoverageRecorder} observes definitions and tables; {@link
 * dev.incidentkit.testkit.coverage.RuleCoverage} does so for test classes of JUnit Jupiter, joins what they reach, and
 * fails the build under a minimum. There is no static state: each test class has a recorder of its own.
 */
@NullMarked
package dev.incidentkit.testkit.coverage;

import org.jspecify.annotations.NullMarked;
