package dev.incidentkit.examples.peers;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.rules.ProofCode;
import dev.incidentkit.rules.ProofFinding;
import dev.incidentkit.rules.Tables;
import java.util.List;
import java.util.Set;

/** Matrices of impact and urgency that others publish. */
final class PeerMatrices {
    private static final Scale<Impact> JIRA_IMPACT =
            Scale.of("impact", Impact::new, "Extensive", "Significant", "Moderate", "Minor");
    private static final Scale<Urgency> JIRA_URGENCY =
            Scale.of("urgency", Urgency::new, "Critical", "High", "Medium", "Low", "Lowest");
    private static final Scale<Priority> JIRA_PRIORITY =
            Scale.of("priority", Priority::new, "Highest", "High", "Medium", "Low", "Lowest");

    private PeerMatrices() {}

    private static PriorityMatrix jira() {
        return PriorityMatrix.builder(JIRA_IMPACT, JIRA_URGENCY, JIRA_PRIORITY)
                .row("Extensive", "Highest", "High", "Medium", "Low", "Lowest")
                .row("Significant", "Highest", "High", "Medium", "Low", "Lowest")
                .row("Moderate", "High", "Medium", "Low", "Low", "Lowest")
                .row("Minor", "Medium", "Low", "Lowest", "Low", "Lowest")
                .build();
    }

    static Comparison example() {
        Set<ProofCode> told = Set.of(ProofCode.NOT_MONOTONE, ProofCode.LEVELS_ALIKE);
        return new Comparison(
                "matrix",
                "the example in the documentation of Jira Service Management, impact x urgency",
                List.of("it is published and copied: Minor x Medium is Lowest, Minor x Low is Low"),
                Tables.matrix(jira()).table().verify().findings().stream()
                        .filter(finding -> told.contains(finding.code()))
                        .map(ProofFinding::toString)
                        .toList());
    }

    /** GLPI's matrix counts from 1, very low, to 5; without a cell it takes the rounded mean of both. */
    static Comparison hole() {
        int urgency = 1;
        int impact = 5;
        int mean = (int) Math.round((urgency + impact) / 2.0);
        return new Comparison(
                "hole",
                "a cell of GLPI's matrix is missing: urgency 1, impact 5, whose cell says 2",
                List.of("computePriority falls back to round((urgency + impact) / 2) = " + mean + ", silently"),
                refused());
    }

    private static List<String> refused() {
        try {
            PriorityMatrix.builder(Scale.IMPACT, Scale.URGENCY, Scale.PRIORITY)
                    .row("HIGH", "P1", "P2", "P3")
                    .row("MEDIUM", "P2", "P3", "P4")
                    .cell("LOW", "HIGH", "P3")
                    .cell("LOW", "MEDIUM", "P4")
                    .build();
            return List.of("the matrix was built");
        } catch (ConfigurationException e) {
            return List.of("not built: " + e.getMessage());
        }
    }
}
