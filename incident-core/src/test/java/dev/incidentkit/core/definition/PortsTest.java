package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.EscalationOrder;
import dev.incidentkit.core.policy.EscalationPolicy;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.core.policy.TriagePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A policy is code of the host: where it fails, or answers what nobody knows, the command is refused with a code. */
class PortsTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final Instant AT = Instant.parse("2026-03-27T08:00:00Z");
    private static final CommandContext CONTEXT = CommandContext.of(Actor.agent("ann"), AT);
    private static final Report REPORT = Report.of("outage", Reporter.person("cleo"), Channel.PHONE)
            .impact(Impact.HIGH)
            .urgency(Urgency.HIGH)
            .build();

    /** Answers by a function, which may throw. */
    private record Triage(Function<Incident, Optional<Decision<Priority>>> answer) implements TriagePolicy {
        @Override
        public Optional<Decision<Priority>> priority(Incident incident) {
            return answer.apply(incident);
        }

        @Override
        public String version() {
            return "1";
        }
    }

    private static <T> T down() {
        throw new IllegalStateException("rules service down");
    }

    private static ProcessDefinition triaging(Function<Incident, Optional<Decision<Priority>>> answer) {
        return ProcessDefinition.builder(ITIL).triage(new Triage(answer)).build();
    }

    private static List<String> refusal(ProcessDefinition definition, IncidentCommand command) {
        List<Unmet> unmet = definition.checkBeginning(command, CONTEXT);
        IncidentRejectedException refusal = catchThrowableOfType(
                IncidentRejectedException.class,
                () -> definition.begin(new IncidentId("INC-1"), TenantId.DEFAULT, command, CONTEXT));
        assertThat(refusal.unmet()).isEqualTo(unmet);
        return unmet.stream().map(Unmet::toString).toList();
    }

    private static List<String> refusal(ProcessDefinition definition, Incident incident, IncidentCommand command) {
        List<Unmet> unmet = definition.check(incident, command, CONTEXT);
        assertThat(Histories.outcome(definition, incident, command, CONTEXT).unmet())
                .isEqualTo(unmet);
        return unmet.stream().map(Unmet::toString).toList();
    }

    @Test
    void a_triage_policy_that_throws_or_gives_a_level_of_no_scale_refuses_the_report() {
        assertThat(refusal(triaging(incident -> down()), REPORT))
                .containsExactly("PORT_FAILED: the triage policy failed: java.lang.IllegalStateException: "
                        + "rules service down");
        assertThat(refusal(triaging(incident -> Optional.of(new Decision<>(new Priority("P0", 0), "r", "c"))), REPORT))
                .singleElement()
                .asString()
                .startsWith("LEVEL_UNKNOWN: rule 'r' of the triage policy gave 'P0', which is no level of scale");
        assertThat(triaging(incident -> down()).checkBeginning(REPORT, CONTEXT))
                .extracting(Unmet::kind)
                .containsExactly(UnmetKind.PORT);
    }

    @Test
    @SuppressWarnings("NullAway") // hosts in other languages do answer null
    void a_policy_that_answers_null_has_failed() {
        assertThat(refusal(triaging(incident -> null), REPORT))
                .containsExactly("PORT_FAILED: the triage policy failed: java.lang.NullPointerException: the answer");
    }

    @Test
    void a_triage_policy_that_fails_later_refuses_whatever_asks_it() {
        ProcessDefinition definition = triaging(incident -> incident.version() == 1
                        && incident.category().isEmpty()
                        && incident.impact().equals(Optional.of(Impact.HIGH))
                ? Optional.empty()
                : down());
        Incident incident =
                Incident.replay(definition.begin(new IncidentId("INC-1"), TenantId.DEFAULT, REPORT, CONTEXT));

        assertThat(List.of(
                        TriageCommand.Triage.of(Impact.LOW, Urgency.LOW),
                        new TriageCommand.Categorize(new Category("mail")),
                        new WorkCommand.Amend("fire", null, null, null, Attributes.none(), Set.of())))
                .allSatisfy(command -> assertThat(refusal(definition, incident, command))
                        .singleElement()
                        .asString()
                        .startsWith("PORT_FAILED"));
    }

    @Test
    void a_routing_policy_that_throws_refuses_the_report() {
        ProcessDefinition definition = ProcessDefinition.builder(ITIL)
                .routing(new RoutingPolicy() {
                    @Override
                    public Optional<Decision<Owner>> route(Incident incident) {
                        return down();
                    }

                    @Override
                    public String version() {
                        return "1";
                    }
                })
                .build();

        assertThat(refusal(definition, REPORT))
                .containsExactly("PORT_FAILED: the routing policy failed: java.lang.IllegalStateException: "
                        + "rules service down");
    }

    @Test
    void an_escalation_policy_that_throws_refuses_what_comes_once_a_clock_has_signalled() {
        ProcessDefinition definition = ProcessDefinition.builder(ITIL)
                .escalation(new EscalationPolicy() {
                    @Override
                    public List<Decision<EscalationOrder>> escalate(Incident incident, SlaEvent signal) {
                        return down();
                    }

                    @Override
                    public String version() {
                        return "1";
                    }
                })
                .build();
        List<IncidentEvent> events = definition.begin(new IncidentId("INC-1"), TenantId.DEFAULT, REPORT, CONTEXT);
        Incident incident = Incident.replay(events);
        CommandContext late = CommandContext.of(Actor.agent("ann"), AT.plus(Duration.ofHours(1)));

        for (IncidentCommand command : List.of(new RecordCommand.Wake(), TestCommands.of("NOTE"))) {
            List<Unmet> unmet = definition.check(incident, command, late);
            assertThat(unmet).extracting(Unmet::code).containsExactly("PORT_FAILED");
            assertThat(Histories.outcome(definition, incident, command, late).unmet())
                    .isEqualTo(unmet);
        }
        IncidentRejectedException refusal = catchThrowableOfType(
                IncidentRejectedException.class, () -> definition.decide(incident, new RecordCommand.Wake(), late));
        assertThat(Objects.requireNonNull(refusal.getCause())).hasMessage("rules service down");
        Report longAgo = Report.of("outage", Reporter.person("cleo"), Channel.PHONE)
                .impact(Impact.HIGH)
                .urgency(Urgency.HIGH)
                .reportedAt(AT.minus(Duration.ofHours(9)))
                .build();
        assertThat(refusal(definition, longAgo)).singleElement().asString().startsWith("PORT_FAILED");
    }

    @Test
    void a_guard_that_throws_is_not_content() {
        Guard broken = new Guard("weather", "1", (incident, context) -> down());
        ProcessDefinition definition = ProcessDefinition.builder(ITIL)
                .lifecycle(Lifecycle.builder(Lifecycle.itil())
                        .without(Action.CANCEL)
                        .transition(
                                Action.CANCEL,
                                step -> step.from(Status.NEW)
                                        .to(Status.CANCELLED)
                                        .guards(broken))
                        .build())
                .build();
        Incident incident =
                Incident.replay(definition.begin(new IncidentId("INC-1"), TenantId.DEFAULT, REPORT, CONTEXT));

        assertThat(refusal(definition, incident, TestCommands.of("CANCEL")))
                .containsExactly("PORT_FAILED: guard 'weather' failed: java.lang.IllegalStateException: "
                        + "rules service down");
    }
}
