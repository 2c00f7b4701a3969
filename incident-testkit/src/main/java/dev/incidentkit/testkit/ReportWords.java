package dev.incidentkit.testkit;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.ReportBuilder;
import dev.incidentkit.core.incident.Reporter;
import java.time.Instant;
import java.util.function.Function;

/** The words of a report: who or what reports, when it began, what it is about, and for what it is taken. */
final class ReportWords {
    private ReportWords() {}

    /** Reads a report; what is left over are attributes of the definition. */
    static IncidentCommand read(
            CommandWords words, ProcessDefinition definition, Function<CommandWords, Attributes> attributes) {
        ReportBuilder report = Report.of(
                words.find("title").orElse("Something is broken"),
                words.find("source", Reporter::source)
                        .orElseGet(() -> Reporter.person(words.find("reporter").orElse("cleo"))),
                words.find("channel", Channel::new).orElse(Channel.PHONE));
        judged(report, words, definition);
        told(report, words);
        times(report, words);
        words.find("type", RecordType::valueOf).ifPresent(report::type);
        words.find("drill", Boolean::valueOf).ifPresent(report::drill);
        return report.attributes(attributes.apply(words)).build();
    }

    private static void judged(ReportBuilder report, CommandWords words, ProcessDefinition definition) {
        words.find("impact", definition.impacts()::level).ifPresent(report::impact);
        words.find("urgency", definition.urgencies()::level).ifPresent(report::urgency);
        words.find("severity", definition.severities()::level).ifPresent(report::severity);
        words.find("category", Category::new).ifPresent(report::category);
        words.find("services", CommandReader::names).ifPresent(report::services);
        words.find("users", Integer::valueOf).ifPresent(report::affectedUsers);
    }

    private static void told(ReportBuilder report, CommandWords words) {
        words.find("number").ifPresent(report::number);
        words.find("description").ifPresent(report::description);
        words.find("symptoms").ifPresent(report::symptoms);
        words.find("firstActions").ifPresent(report::firstActions);
    }

    private static void times(ReportBuilder report, CommandWords words) {
        words.find("occurredAt", Instant::parse).ifPresent(report::occurredAt);
        words.find("detectedAt", Instant::parse).ifPresent(report::detectedAt);
        words.find("reportedAt", Instant::parse).ifPresent(report::reportedAt);
    }
}
