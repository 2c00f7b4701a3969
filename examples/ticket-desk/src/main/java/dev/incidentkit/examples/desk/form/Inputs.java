package dev.incidentkit.examples.desk.form;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.process.Taxonomy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Inputs that several forms have. */
final class Inputs {
    private Inputs() {}

    static Input owner(About about) {
        return Input.line("owner", "Owner")
                .hinting("group, group/person or /person")
                .proposing(Stream.of("/" + about.user(), "desk/" + about.user(), "network", "workplace"));
    }

    static Input reason() {
        return Input.lines("reason", "Reason");
    }

    /** One of the definition's categories, or any where it has no taxonomy. */
    static Input category(About about) {
        Taxonomy taxonomy = about.definition().procedures().taxonomy();
        Incident incident = about.incident();
        String known = incident == null
                ? ""
                : incident.category().map(category -> category.path()).orElse("");
        Input input = taxonomy == null
                ? Input.line("category", "Category")
                        .hinting("for example network/vpn")
                        .proposing(Stream.of("network/vpn", "network/lan", "mail", "workplace/printer", "software"))
                : Input.choice(
                                "category",
                                "Category",
                                taxonomy.entries().stream()
                                        .filter(Taxonomy.Entry::active)
                                        .map(entry -> entry.category().path()))
                        .verbatim();
        return input.filled(known);
    }

    /** One of the definition's codes, or any where it names none. */
    static Input resolutionCode(About about) {
        Set<String> codes = new TreeSet<>(about.definition().procedures().resolutionCodes());
        return codes.isEmpty()
                ? Input.line("resolutionCode", "Resolution code")
                        .proposing(Stream.of("FIXED", "RESTARTED", "REPLACED", "EXPLAINED"))
                : Input.choice("resolutionCode", "Resolution code", codes.stream())
                        .verbatim();
    }

    static List<Input> levels(About about) {
        Incident incident = about.incident();
        Input impact = Input.level("impact", "Impact", about.definition().impacts());
        Input urgency = Input.level("urgency", "Urgency", about.definition().urgencies());
        Input severity = Input.level("severity", "Severity", about.definition().severities());
        if (incident == null) {
            return List.of(impact, urgency, severity);
        }
        return List.of(
                impact.filled(incident.impact().map(level -> level.name()).orElse("")),
                urgency.filled(incident.urgency().map(level -> level.name()).orElse("")),
                severity.filled(incident.severity().map(level -> level.name()).orElse("")));
    }
}
