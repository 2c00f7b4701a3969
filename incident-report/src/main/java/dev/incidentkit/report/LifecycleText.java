package dev.incidentkit.report;

import dev.incidentkit.core.incident.Status;
import java.util.stream.Collectors;

/** Says in words what the picture of a lifecycle shows. */
final class LifecycleText {
    private LifecycleText() {}

    static String title(LifecycleGraph graph) {
        return "Lifecycle " + graph.lifecycle().name();
    }

    static String description(LifecycleGraph graph) {
        StringBuilder text = new StringBuilder("Statuses: ")
                .append(graph.lifecycle().statuses().stream()
                        .map(status -> status.name() + " (" + phase(status) + ")")
                        .collect(Collectors.joining(", ")))
                .append(".");
        for (LifecycleGraph.Edge edge : graph.edges()) {
            Status from = edge.from();
            text.append('\n')
                    .append(from == null ? "Begins" : from.name())
                    .append(" to ")
                    .append(edge.to().name())
                    .append(": ")
                    .append(edge.steps().stream()
                            .map(LifecycleGraph.Step::label)
                            .collect(Collectors.joining("; ")));
        }
        for (LifecycleGraph.Stay stay : graph.stays()) {
            text.append("\nStays in ")
                    .append(String.join(", ", stay.names()))
                    .append(": ")
                    .append(String.join("; ", stay.labels()));
        }
        return text.toString();
    }

    /** The phase as it is shown. */
    static String phase(Status status) {
        return status.phase().name().replace('_', ' ');
    }
}
