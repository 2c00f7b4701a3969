package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.examples.desk.form.Words;
import dev.incidentkit.examples.desk.view.IncidentView.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of an incident, as names and values. */
final class IncidentFacts {
    private final List<Fact> facts = new ArrayList<>();

    private IncidentFacts() {}

    static List<Fact> of(Incident incident) {
        IncidentFacts facts = new IncidentFacts();
        facts.texts(incident);
        facts.judgements(incident);
        incident.attributes().asMap().forEach((name, value) -> facts.add(name, text(value)));
        return facts.facts;
    }

    private void texts(Incident incident) {
        add("Description", incident.description().map(PersonalText::text));
        add("Symptoms", Optional.ofNullable(incident.handling().symptoms()).map(PersonalText::text));
        add("Reported by", incident.reporter().map(Reporter::name).map(PersonalText::text));
        add("Channel", incident.channel().map(channel -> Words.label(channel.name())));
        add("Category", incident.category().map(category -> category.path()));
        if (incident.handling().type() != RecordType.INCIDENT) {
            add("Type", Words.label(incident.handling().type().name()));
        }
    }

    private void judgements(Incident incident) {
        add("Impact", incident.impact().map(level -> level.name()));
        add("Urgency", incident.urgency().map(level -> level.name()));
        add("Severity", incident.severity().map(level -> level.name()));
        add(
                "Affected services",
                String.join(", ", incident.services().stream().sorted().toList()));
        add("Affected users", incident.affectedUsers() == 0 ? "" : Integer.toString(incident.affectedUsers()));
        add("Waits for", incident.holdReason().map(reason -> Words.label(reason.name())));
        add("Model", Optional.ofNullable(incident.handling().model()));
        add(
                "Resolution",
                incident.resolution()
                        .map(each -> (each.code() == null ? "" : each.code() + ": ")
                                + (each.note() == null ? "" : each.note().text())));
        incident.relations().forEach(relation -> add(Words.label(relation.kind().name()), relation.target()));
    }

    private void add(String name, Optional<String> value) {
        value.ifPresent(text -> add(name, text));
    }

    private void add(String name, String value) {
        if (!value.isBlank()) {
            facts.add(new Fact(name, value));
        }
    }

    /** A value of an attribute in words. */
    static String text(AttributeValue value) {
        if (value instanceof AttributeValue.Text text) {
            return text.value();
        } else if (value instanceof AttributeValue.Personal personal) {
            return personal.value().text();
        } else if (value instanceof AttributeValue.Flag flag) {
            return flag.value() ? "yes" : "no";
        } else if (value instanceof AttributeValue.Graded graded) {
            return graded.value().name();
        } else if (value instanceof AttributeValue.Span span) {
            return Words.length(span.value());
        } else if (value instanceof AttributeValue.Number number) {
            return number.value().toPlainString();
        } else if (value instanceof AttributeValue.Moment moment) {
            return moment.value().toString();
        }
        return String.join(
                ", ", ((AttributeValue.Names) value).values().stream().sorted().toList());
    }
}
