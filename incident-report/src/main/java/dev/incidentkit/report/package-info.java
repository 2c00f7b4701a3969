/**
 * What people look at. {@link dev.incidentkit.report.ReportFold} takes incidents and gives a report: figures as data, as
 * one HTML page, as JSON and as CSV. {@link dev.incidentkit.report.LifecycleDiagram} draws the statuses and steps of any lifecycle, as
 * Mermaid or as SVG; {@link dev.incidentkit.report.ClockTimeline} draws how the clocks of one incident ran.
 *
 * <p>The same input gives the same characters on every machine: no font is measured, no graphics system is asked, no
 * file is read. A picture refers to nothing outside itself, holds no script, and carries a title and a description for
 * those who cannot see it. Names come from hosts and are escaped.
 *
 * <p>Every type here but the fold is immutable and safe for use by several threads.
 */
@NullMarked
package dev.incidentkit.report;

import org.jspecify.annotations.NullMarked;
