package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.core.policy.TriagePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Definitions that tests share: the default, one with everything that may be chosen, and one with own statuses. */
final class TestDefinitions {
    static final Action ACCEPT = new Action("ACCEPT");
    static final Action TURN_AWAY = new Action("TURN_AWAY");
    static final Action WATCH = new Action("WATCH");

    static final Status VERIFY = new Status("VERIFY", Phase.NEW);
    static final Status MONITORING = new Status("MONITORING", Phase.ACTIVE);

    static final ProcessDefinition CHOSEN = ProcessDefinition.builder(ProcessDefinition.itil())
            .name("chosen")
            .attribute(AttributeDefinition.of("seats", AttributeType.NUMBER, AttributeTrait.INDEXED))
            .attribute(AttributeDefinition.of("vip", AttributeType.BOOLEAN))
            .attribute(AttributeDefinition.of(
                    "phone", AttributeType.TEXT, AttributeTrait.PERSONAL, AttributeTrait.INDEXED))
            .closure(ClosureRule.after(Duration.ofHours(30)))
            .reopenWindow(Duration.ofDays(1))
            .routing(new MailFirst())
            .build();

    static final ProcessDefinition OWN = ProcessDefinition.builder(
                    "own", ownLifecycle(), TriagePolicy.matrix(PriorityMatrix.itil3x3()))
            .closure(ClosureRule.after(Duration.ofDays(2)))
            .build();

    static final List<ProcessDefinition> ALL = List.of(ProcessDefinition.itil(), CHOSEN, OWN);

    private TestDefinitions() {}

    private static Lifecycle ownLifecycle() {
        return Lifecycle.builder(Lifecycle.itil())
                .statuses(VERIFY, MONITORING)
                .without(Action.REPORT)
                .transition(
                        Action.REPORT, step -> step.to(VERIFY).requires(Field.BuiltIn.REPORTER, Field.BuiltIn.TITLE))
                .transition(ACCEPT, step -> step.from(VERIFY).to(Status.NEW).roles(Role.SERVICE_DESK))
                .transition(
                        TURN_AWAY,
                        step -> step.from(VERIFY).to(Status.CANCELLED).requires(Field.BuiltIn.COMMENT))
                .transition(Action.CANCEL, step -> step.from(VERIFY, MONITORING).to(Status.CANCELLED))
                .transition(
                        Action.RESOLVE,
                        step -> step.from(VERIFY, MONITORING)
                                .to(Status.RESOLVED)
                                .requires(Field.BuiltIn.CATEGORY))
                .transition(
                        WATCH,
                        step -> step.from(Status.IN_PROGRESS).to(MONITORING).guards(Guards.OWNED))
                .staying(List.of(VERIFY, MONITORING), Action.NOTE, Action.MIGRATE, Action.AMEND)
                .readOnly(Status.IN_PROGRESS, Field.BuiltIn.SEVERITY)
                .readOnly(MONITORING, Field.BuiltIn.TITLE)
                .build();
    }

    /** Sends what concerns mail to those who know it. */
    private static final class MailFirst implements RoutingPolicy {
        @Override
        public Optional<Decision<Owner>> route(Incident incident) {
            return incident.category()
                    .filter(category -> category.path().startsWith("mail"))
                    .map(category -> new Decision<>(Owner.group("mail"), "mail first", version()));
        }

        @Override
        public String version() {
            return "mail-first/1";
        }
    }
}
