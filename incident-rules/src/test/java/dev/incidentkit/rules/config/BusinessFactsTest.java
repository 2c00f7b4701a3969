package dev.incidentkit.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AffectedScope;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.WorkCommand;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an outage means for the business decides about its priority, by a table. */
class BusinessFactsTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final String FILE = """
            definition: business
            extends: itil
            attributes: {criticality: {scale: [VITAL, USEFUL]}}
            triage: triage.md
            """;
    private static final String TABLE = """
            ## triage : first, complete

            | id | criticality | affectedUsers | -> newPriority |
            |----|-------------|---------------|----------------|
            | T1 | VITAL       | -             | P1             |
            | T2 | -           | >= 1000       | P1             |
            | T3 | -           | >= 50         | P2             |
            | T9 | -           | -             | P4             |
            """;
    private static final ProcessDefinition BUSINESS = DefinitionFiles.standard()
            .read("business.yaml", Files.of("business.yaml", FILE, "triage.md", TABLE))
            .orThrow();

    private static Incident reported(int users, Attributes attributes) {
        Report report = Report.of("payments fail", Reporter.person("cleo"), Channel.PHONE)
                .addServices("shop", "mail")
                .affectedUsers(users)
                .attributes(attributes)
                .build();
        return Incident.replay(BUSINESS.begin(
                new IncidentId("INC-1"), TenantId.DEFAULT, report, CommandContext.of(Actor.agent("ann"), AT)));
    }

    private static String priority(Incident incident) {
        return incident.priority().map(Level::name).orElse("none");
    }

    @Test
    @Tag("C-63")
    void what_is_vital_comes_first_however_few_suffer() {
        Scale<CustomLevel> scale = Objects.requireNonNull(
                Objects.requireNonNull(BUSINESS.attributes().get("criticality")).scale());
        Attributes vital = Attributes.of("criticality", new AttributeValue.Graded(scale.level("VITAL")));
        Attributes useful = Attributes.of("criticality", new AttributeValue.Graded(scale.level("USEFUL")));
        assertThat(priority(reported(1, vital))).isEqualTo("P1");
        assertThat(priority(reported(1, useful))).isEqualTo("P4");
    }

    @Test
    @Tag("C-17")
    void the_more_suffer_the_higher_the_priority_and_containment_lowers_it() {
        assertThat(priority(reported(49, Attributes.none()))).isEqualTo("P4");
        assertThat(priority(reported(50, Attributes.none()))).isEqualTo("P2");
        Incident wide = reported(1_000, Attributes.none());
        assertThat(priority(wide)).isEqualTo("P1");
        WorkCommand contain = new WorkCommand.Contain(null, "took the shop out", new AffectedScope(Set.of("shop"), 60));
        CommandContext later = CommandContext.of(Actor.agent("ann"), AT.plusSeconds(60));
        assertThat(priority(wide.applyAll(BUSINESS.decide(wide, contain, later))))
                .isEqualTo("P2");
    }
}
