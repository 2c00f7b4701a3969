package dev.incidentkit.report;

/**
 * A picture of a report.
 *
 * @param caption what it shows
 * @param svg an SVG document that may be put into a page
 */
public record ReportPicture(String caption, String svg) {}
