package dev.incidentkit.examples.desk.view;

import dev.incidentkit.desk.Notification;
import dev.incidentkit.report.ReportSection;
import java.util.List;

/**
 * Figures.
 *
 * @param summary the figures at a glance
 * @param sections more of them, as tables
 * @param waiting how many messages wait to be sent
 * @param parked how many could not be sent
 * @param notices the latest that were sent
 */
public record MetricsView(
        ReportSection summary, List<ReportSection> sections, long waiting, long parked, List<Notification> notices) {}
