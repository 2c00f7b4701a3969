package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.ReportBuilder;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.core.policy.TriagePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProcessDefinitionTest {
    private static final Instant AT = Instant.parse("2026-03-27T08:00:00Z");
    private static final Actor ANN = Actor.agent("ann");
    private static final Actor CLEO = Actor.caller("cleo");
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    private static ReportBuilder report() {
        return Report.of("outage", Reporter.person("cleo"), Channel.PHONE);
    }

    private static Incident begun(ProcessDefinition definition, Report report) {
        return Incident.replay(
                definition.begin(new IncidentId("INC-1"), TenantId.DEFAULT, report, CommandContext.of(ANN, AT)));
    }

    private static Incident after(ProcessDefinition definition, Incident incident, IncidentCommand command, Actor who) {
        return incident.applyAll(definition.decide(incident, command, CommandContext.of(who, AT)));
    }

    @Test
    void a_definition_that_contradicts_itself_is_refused_with_all_findings() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ProcessDefinition.builder(
                                " ", Lifecycle.itil(), TriagePolicy.matrix(PriorityMatrix.matrix3x4()))
                        .attribute(AttributeDefinition.of("a", AttributeType.TEXT))
                        .attribute(AttributeDefinition.of("a", AttributeType.NUMBER))
                        .reopenWindow(Duration.ZERO)
                        .build())
                .satisfies(refusal -> assertThat(refusal.findings())
                        .containsExactly(
                                "attribute 'a' is declared twice",
                                "the reopen window must be longer than zero, but is PT0S",
                                "the name must have 1 to 60 characters, but is ' '",
                                "the matrix is over impact[DEPARTMENT, SERVICE, PERSON], but the definition has "
                                        + "impact[HIGH, MEDIUM, LOW]",
                                "the matrix is over urgency[CRITICAL, HIGH, MEDIUM, LOW], but the definition has "
                                        + "urgency[HIGH, MEDIUM, LOW]",
                                "the matrix is over priority[P1, P2, P3, P4], but the definition has "
                                        + "priority[P1, P2, P3, P4, P5]"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClosureRule.after(Duration.ofSeconds(-1)))
                .withMessageContaining("PT-1S");
    }

    /** Incidents are pinned to these hashes: if this test fails, stored incidents no longer find their definition. */
    @Test
    void the_hashes_are_the_same_on_every_machine() {
        assertThat(ITIL.hash()).isEqualTo("3a965a7546aa396aac997a4f470954ee9ea034d592d76a610c0e0af1ecf89079");
        assertThat(TestDefinitions.CHOSEN.hash())
                .isEqualTo("f7166c07277d0e0f9792a9012dd7e14be2db8709733c51e2c8768bce11b2d490");
    }

    @Test
    void the_hash_follows_every_part_and_a_copy_without_change_is_equal() {
        Set<String> hashes = new HashSet<>();
        for (ProcessDefinition definition : List.of(
                ITIL,
                changed().name("other").build(),
                changed().lifecycle(TestDefinitions.OWN.lifecycle()).build(),
                changed()
                        .triage(TriagePolicy.matrix(PriorityMatrix.builder(PriorityMatrix.itil3x3())
                                .cell("LOW", "LOW", "P4")
                                .build()))
                        .build(),
                changed().routing(TestDefinitions.CHOSEN.routing()).build(),
                changed()
                        .severities(Scale.of("severity", Severity::new, "BAD", "WORSE"))
                        .build(),
                changed()
                        .severities(Scale.of("gravity", Severity::new, "BAD", "WORSE"))
                        .build(),
                changed().closure(ClosureRule.never()).build(),
                changed().closure(ClosureRule.after(Duration.ofDays(1))).build(),
                changed().reopenWindow(Duration.ofDays(1)).build(),
                changed()
                        .attribute(AttributeDefinition.of("a", AttributeType.TEXT))
                        .build(),
                changed()
                        .attribute(AttributeDefinition.of("a", AttributeType.NUMBER))
                        .build(),
                changed()
                        .attribute(AttributeDefinition.scale(Scale.custom("a", "X")))
                        .build(),
                changed()
                        .attribute(AttributeDefinition.scale(Scale.custom("a", "Y")))
                        .build(),
                ProcessDefinition.builder("itil", Lifecycle.itil(), TriagePolicy.matrix(PriorityMatrix.matrix5x5()))
                        .impacts(PriorityMatrix.matrix5x5().impacts())
                        .urgencies(PriorityMatrix.matrix5x5().urgencies())
                        .priorities(PriorityMatrix.matrix5x5().priorities())
                        .build())) {
            assertThat(hashes.add(definition.hash())).as(definition.toString()).isTrue();
        }
        ProcessDefinition copy = changed().build();
        assertThat(copy).isEqualTo(ITIL).hasSameHashCodeAs(ITIL).isNotEqualTo(TestDefinitions.OWN);
        assertThat(copy.toString())
                .isEqualTo("ProcessDefinition itil " + ITIL.hash().substring(0, 12));
        assertThat(ProcessDefinition.builder(TestDefinitions.CHOSEN).build()).isEqualTo(TestDefinitions.CHOSEN);
    }

    private static ProcessDefinitionBuilder changed() {
        return ProcessDefinition.builder(ITIL);
    }

    @Test
    @Tag("C-27")
    @Tag("C-66")
    void a_report_is_judged_and_routed_at_once_and_each_event_names_the_rule() {
        ProcessDefinition chosen = TestDefinitions.CHOSEN;
        List<IncidentEvent> events = chosen.begin(
                new IncidentId("INC-1"),
                new TenantId("acme"),
                report().impact(Impact.HIGH)
                        .urgency(Urgency.MEDIUM)
                        .category(new Category("mail/inbox"))
                        .build(),
                CommandContext.of(ANN, AT));
        Incident incident = Incident.replay(events);

        assertThat(events).hasSize(3);
        assertThat(incident.priority()).contains(Priority.P2);
        assertThat(incident.owner()).contains(Owner.group("mail"));
        assertThat(incident.tenant()).isEqualTo(new TenantId("acme"));
        assertThat(events.get(1).meta().cause().rule()).isEqualTo("HIGH x MEDIUM");
        assertThat(events.get(1).meta().cause().configuration())
                .isEqualTo(chosen.triage().version());
        assertThat(events.get(2).meta().cause().rule()).isEqualTo("mail first");
    }

    @Test
    void roles_decide_who_may_and_the_refusal_names_both_sides() {
        Incident resolved = after(
                ITIL,
                begun(ITIL, report().build()),
                LifecycleCommand.Resolve.byWorkaround(new Category("mail"), "FIXED", "restarted"),
                ANN);

        assertThat(ITIL.check(resolved, new LifecycleCommand.Confirm(), CommandContext.of(CLEO, AT)))
                .isEmpty();
        assertThat(ITIL.check(resolved, new LifecycleCommand.Confirm(), CommandContext.of(ANN, AT)))
                .singleElement()
                .satisfies(unmet -> {
                    assertThat(unmet.kind()).isEqualTo(UnmetKind.PERMISSION);
                    assertThat(unmet.message())
                            .isEqualTo("CONFIRM takes one of the roles [CALLER], but ann has [RESOLVER, SERVICE_DESK]");
                });
    }

    @Test
    void a_confirmation_closes_or_says_what_is_lacking_and_is_not_asked_for_again() {
        Incident resolved = after(
                ITIL,
                begun(ITIL, report().build()),
                LifecycleCommand.Resolve.permanently(new Category("mail"), "FIXED", "restarted"),
                ANN);
        List<IncidentEvent> events = ITIL.decide(resolved, new LifecycleCommand.Confirm(), CommandContext.of(CLEO, AT));

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        LifecycleEvent.Confirmed.class,
                        event -> assertThat(event.lacking())
                                .extracting(Unmet::field)
                                .isEqualTo(Lifecycle.itil().checklist()));
        Incident confirmed = resolved.applyAll(events);
        assertThat(confirmed.isConfirmed()).isTrue();
        assertThat(ITIL.decide(confirmed, new LifecycleCommand.Confirm(), CommandContext.of(CLEO, AT)))
                .isEmpty();

        Incident done = resolved;
        for (String item : Lifecycle.itil().checklist()) {
            done = after(ITIL, done, new WorkCommand.AnswerChecklist(item, true, null), ANN);
        }
        assertThat(ITIL.decide(done, new LifecycleCommand.Confirm(), CommandContext.of(CLEO, AT)))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Confirmed", "Closed");
    }

    @Test
    void an_open_child_blocks_the_closure_until_a_port_says_that_none_is_open() {
        Incident done = after(
                ITIL,
                begun(ITIL, report().build()),
                LifecycleCommand.Resolve.permanently(new Category("mail"), "FIXED", "restarted"),
                ANN);
        done = after(ITIL, done, new WorkCommand.Link(new Relation(RelationKind.CHILD, "INC-2")), ANN);
        for (String item : Lifecycle.itil().checklist()) {
            done = after(ITIL, done, new WorkCommand.AnswerChecklist(item, true, null), ANN);
        }
        LifecycleCommand.Close close = new LifecycleCommand.Close();

        assertThat(ITIL.check(done, close, CommandContext.of(ANN, AT)))
                .singleElement()
                .hasToString("CHILD_OPEN: it is not known whether the children of incident INC-1 are closed");
        assertThat(ITIL.check(done, close, new CommandContext(ANN, AT, Map.of("open-children", "2"))))
                .singleElement()
                .hasToString("CHILD_OPEN: 2 of the children of incident INC-1 are open");
        List<IncidentEvent> closed =
                ITIL.decide(done, close, new CommandContext(ANN, AT, Map.of("open-children", "0")));
        assertThat(closed.get(0).meta().cause().answers()).isEqualTo(Map.of("open-children", "0"));
    }

    @Test
    void own_statuses_actions_and_read_only_fields_work_like_ours() {
        ProcessDefinition own = TestDefinitions.OWN;
        Incident incident = begun(own, report().build());
        assertThat(incident.status()).isEqualTo(TestDefinitions.VERIFY);
        assertThat(own.check(
                        incident, LifecycleCommand.Perform.of(TestDefinitions.TURN_AWAY), CommandContext.of(CLEO, AT)))
                .extracting(Unmet::code)
                .containsExactly("FIELD_REQUIRED");

        incident = after(own, incident, LifecycleCommand.Perform.of(TestDefinitions.ACCEPT), ANN);
        incident = after(own, incident, new LifecycleCommand.Start(Owner.group("mail")), ANN);
        assertThat(own.check(
                        incident,
                        new TriageCommand.Triage(Impact.LOW, null, Scale.SEVERITY.at(0)),
                        CommandContext.of(ANN, AT)))
                .singleElement()
                .hasToString(
                        "FIELD_READ_ONLY(severity): severity must not be changed while the incident is IN_PROGRESS");
        incident = after(own, incident, LifecycleCommand.Perform.of(TestDefinitions.WATCH), ANN);

        assertThat(incident.status()).isEqualTo(TestDefinitions.MONITORING);
        assertThat(own.check(incident, LifecycleCommand.Perform.of(Action.CLOSE), CommandContext.of(ANN, AT)))
                .extracting(Unmet::code)
                .containsExactly("TRANSITION_UNKNOWN", "ACTION_RESERVED");
    }

    @Test
    void the_reopen_window_ends_with_its_last_instant() {
        ProcessDefinition chosen = ProcessDefinition.builder(TestDefinitions.CHOSEN)
                .closure(ClosureRule.never())
                .build();
        Incident resolved = after(
                chosen,
                begun(chosen, report().build()),
                LifecycleCommand.Resolve.permanently(new Category("web"), "FIXED", "restarted"),
                ANN);
        LifecycleCommand.Reopen reopen = new LifecycleCommand.Reopen("again");
        Instant end = AT.plus(Duration.ofDays(1));

        assertThat(chosen.check(resolved, reopen, CommandContext.of(ANN, end))).isEmpty();
        assertThat(chosen.check(resolved, reopen, CommandContext.of(ANN, end.plusMillis(1))))
                .singleElement()
                .satisfies(unmet -> assertThat(unmet.code()).isEqualTo("REOPEN_WINDOW_OVER"));
    }

    @Test
    void automation_may_acknowledge_and_the_first_person_still_counts() {
        Incident incident = begun(ITIL, report().build());
        AssignmentCommand.Acknowledge acknowledge = new AssignmentCommand.Acknowledge();
        incident = after(ITIL, incident, acknowledge, Actor.bot("watch"));
        assertThat(incident.at(Milestone.ACKNOWLEDGED)).contains(AT);
        assertThat(incident.isAcknowledgedBy(ActorKind.HUMAN)).isFalse();
        incident = after(ITIL, incident, acknowledge, ANN);
        assertThat(incident.isAcknowledgedBy(ActorKind.HUMAN)).isTrue();
        assertThat(ITIL.decide(incident, acknowledge, CommandContext.of(ANN, AT)))
                .isEmpty();
    }

    @Test
    @Tag("C-165")
    void a_change_of_a_fact_derives_the_priority_anew_and_withdrawing_an_override_restores_it() {
        Incident incident =
                begun(ITIL, report().impact(Impact.LOW).urgency(Urgency.LOW).build());
        incident = after(ITIL, incident, new TriageCommand.OverridePriority(Priority.P1, "board", null), ANN);
        incident = after(ITIL, incident, new TriageCommand.Triage(Impact.HIGH, null, null), ANN);
        assertThat(incident.priority()).contains(Priority.P1);
        assertThat(incident.derivedPriority()).contains(Priority.P3);
        incident = after(ITIL, incident, new TriageCommand.WithdrawOverride(), ANN);
        assertThat(incident.priority()).contains(Priority.P3);
        assertThat(incident.override()).isEmpty();
    }

    @Test
    void an_amendment_with_bad_attributes_is_refused_and_a_good_one_is_kept() {
        ProcessDefinition chosen = TestDefinitions.CHOSEN;
        Incident incident = begun(chosen, report().build());
        Attributes bad = Attributes.of(Map.of(
                "seats", AttributeValue.of("many"), "size", AttributeValue.of(1), "vip", AttributeValue.of(true)));

        assertThat(chosen.check(incident, WorkCommand.Amend.attributes(bad), CommandContext.of(ANN, AT)))
                .extracting(Unmet::code)
                .containsExactlyInAnyOrder("ATTRIBUTE_INVALID", "ATTRIBUTE_UNKNOWN");
        incident = after(
                chosen,
                incident,
                new WorkCommand.Amend(
                        "new", "text", Set.of("web"), 7, Attributes.of("seats", AttributeValue.of(3)), Set.of()),
                ANN);
        assertThat(incident.services()).containsExactly("web");
        assertThat(incident.affectedUsers()).isEqualTo(7);
        assertThat(incident.attributes().get("seats")).contains(AttributeValue.of(3));
        assertThat(incident.title().orElseThrow().text()).isEqualTo("new");
    }

    @Test
    void nothing_but_a_report_an_adoption_or_an_import_begins() {
        assertThat(ITIL.checkBeginning(new WorkCommand.Note("x", Visibility.PUBLIC), CommandContext.of(ANN, AT)))
                .singleElement()
                .hasToString("TRANSITION_UNKNOWN: NOTE does not begin an incident; these do: [REPORT]");
        assertThat(ITIL.checkBeginning(
                        new Report(
                                "",
                                Reporter.person("p"),
                                Channel.API,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Set.of(),
                                0,
                                Attributes.none(),
                                false,
                                null,
                                null,
                                RecordType.INCIDENT),
                        CommandContext.of(ANN, AT)))
                .extracting(Unmet::field)
                .containsExactly("title");
    }

    @Test
    void a_decision_names_its_rule_and_routing_by_hand_decides_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Decision<>(Priority.P1, " ", "v"));
        assertThat(RoutingPolicy.byHand().route(begun(ITIL, report().build()))).isEmpty();
        assertThat(RoutingPolicy.byHand().version()).isEqualTo("by-hand");
        assertThat(ITIL.triage().toString()).startsWith("matrix ");
        assertThat(Status.NEW).hasToString("NEW");
    }
}
