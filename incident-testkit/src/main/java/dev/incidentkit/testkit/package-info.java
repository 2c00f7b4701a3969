/**
 * Tests of a process in a few lines: a {@link dev.incidentkit.testkit.Scenario} tells, step by step, what is done and what
 * must come of it, under any definition, by a {@link dev.incidentkit.testkit.ManualClock}. It is written in Java or as a
 * table in a Markdown document ({@link dev.incidentkit.testkit.MarkdownScenarios}); rule tables are tested by tables of
 * inputs and outcomes ({@link dev.incidentkit.testkit.MarkdownCases}).
 */
@NullMarked
package dev.incidentkit.testkit;

import org.jspecify.annotations.NullMarked;
