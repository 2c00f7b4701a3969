package dev.incidentkit.testkit.mutation;

import static dev.incidentkit.testkit.Samples.CLEO;
import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.EscalationOrder;
import dev.incidentkit.core.policy.EscalationPolicy;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.incident.FactColumn;
import dev.incidentkit.rules.incident.IncidentFacts;
import dev.incidentkit.rules.incident.IncidentSchemas;
import dev.incidentkit.rules.incident.IncidentTable;
import dev.incidentkit.rules.incident.RoutingTable;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Faults in what a host adds: policies that are code, procedures, and columns of its own. */
class HostMutantsTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    /** Policies that are code: databases to their administrators, everything else is in the middle. */
    static final ProcessDefinition CODED = ProcessDefinition.builder(ITIL)
            .name("coded")
            .triage(new TriagePolicy() {
                @Override
                public Optional<Decision<Priority>> priority(Incident incident) {
                    return Optional.of(new Decision<>(Priority.P3, "middle", "code"));
                }

                @Override
                public String version() {
                    return "middle-1";
                }
            })
            .routing(new RoutingPolicy() {
                @Override
                public Optional<Decision<Owner>> route(Incident incident) {
                    return incident.services().contains("db")
                            ? Optional.of(new Decision<>(Owner.group("dba"), "databases", "code"))
                            : Optional.empty();
                }

                @Override
                public String version() {
                    return "databases-1";
                }
            })
            .escalation(new EscalationPolicy() {
                @Override
                public List<Decision<EscalationOrder>> escalate(Incident incident, SlaEvent signal) {
                    return List.of(new Decision<>(
                            new EscalationOrder(EscalationKind.HIERARCHICAL, "boss", "late"), "late", "code"));
                }

                @Override
                public String version() {
                    return "boss-1";
                }
            })
            .build();

    @Test
    void policies_that_are_code_fall_silent_and_decide_for_something_else() {
        Mutation code = Mutation.of(CODED).only(MutantKind.SILENCED_POLICY, MutantKind.CHANGED_OUTCOME);
        Scenario routed = Scenario.named("databases")
                .given(CLEO, Samples.report().services(Set.of("db")).build())
                .then(moment ->
                        assertThat(moment).incident().isOwnedByGroup("dba").hasPriority("P3"))
                .build();

        MutationReport report = code.run(List.of(routed));

        assertThat(report.kills())
                .extracting(MutationReport.Kill::mutant)
                .containsExactly(
                        "SILENCED_POLICY triage: decides nothing",
                        "CHANGED_OUTCOME triage: decides for the next priority",
                        "SILENCED_POLICY routing: decides nothing",
                        "CHANGED_OUTCOME routing: decides for somebody else");
        assertThat(report.survivors())
                .extracting(MutationReport.Survivor::mutant)
                .containsExactly(
                        "SILENCED_POLICY escalation: decides nothing",
                        "CHANGED_OUTCOME escalation: calls somebody else");
        assertThat(report.survivors().get(0).killer().orElseThrow().steps()).hasSize(2);
    }

    @Test
    void procedures_lose_and_change_what_they_ask_for() {
        List<String> names =
                Mutants.of(Samples.PROCESS, Set.of(MutantKind.DROPPED_PROCEDURE, MutantKind.CHANGED_PROCEDURE)).stream()
                        .map(Mutant::name)
                        .toList();

        assertThat(List.of(
                        "DROPPED_PROCEDURE selection of models row mail: is gone",
                        "CHANGED_PROCEDURE selection of models row mail: always applies",
                        "DROPPED_PROCEDURE RESPONSE plan tell everybody: is gone",
                        "DROPPED_PROCEDURE item QUEUE_EMPTY of MODEL plan mail down: is gone",
                        "CHANGED_PROCEDURE task mend of MODEL plan mail down: waits for no other",
                        "CHANGED_PROCEDURE task look of MODEL plan mail down: may take longer",
                        "CHANGED_PROCEDURE task phone of RESPONSE plan tell everybody: is a must",
                        "DROPPED_PROCEDURE message news: is gone",
                        "CHANGED_PROCEDURE message news: comes once",
                        "CHANGED_PROCEDURE staffing two of them: asks for one more",
                        "DROPPED_PROCEDURE field rule who suffers: is gone",
                        "DROPPED_PROCEDURE resolution code NO_FAULT: is gone",
                        "CHANGED_PROCEDURE change policy emergency: is decided by the caller too",
                        "DROPPED_PROCEDURE section CAUSE of the review: is gone",
                        "CHANGED_PROCEDURE alerts: that clear MARK",
                        "DROPPED_PROCEDURE candidate many for major incidents: is gone",
                        "CHANGED_PROCEDURE chain of escalation upwards: lacks step 2",
                        "CHANGED_PROCEDURE cascade hold: has no exceptions"))
                .filteredOn(name -> !names.contains(name))
                .isEmpty();
    }

    @Test
    void tables_with_columns_of_sets_and_of_the_host_s_own_making_are_mutated() {
        AttributeDefinition tags = AttributeDefinition.of("tags", AttributeType.SET);
        Input<Boolean> odd = Input.flag("odd");
        IncidentFacts facts = IncidentFacts.of(Scale.IMPACT, Scale.URGENCY, Scale.SEVERITY, Scale.PRIORITY)
                .withName(tags, "vip")
                .with(new FactColumn<>(odd, incident -> incident.affectedUsers() % 2 == 1));
        RuleTable table = IncidentSchemas.routing(facts.flag("tags: vip"), odd)
                .builder()
                .rule("R")
                .when(facts.flag("tags: vip").is(true), odd.is(true))
                .then("FIRST")
                .build();
        ProcessDefinition definition = ProcessDefinition.builder(ITIL)
                .attribute(tags)
                .routing(new RoutingTable(IncidentTable.of(facts, table, IncidentSchemas.TEAM)))
                .build();

        assertThat(Mutants.of(definition))
                .extracting(Mutant::name)
                .contains(
                        "WIDENED_CELL table routing R: tags: vip true is -",
                        "WIDENED_CELL table routing R: odd true is -");
    }
}
