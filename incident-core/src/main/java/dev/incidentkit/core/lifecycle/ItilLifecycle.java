package dev.incidentkit.core.lifecycle;

import static dev.incidentkit.core.incident.Status.CANCELLED;
import static dev.incidentkit.core.incident.Status.CLOSED;
import static dev.incidentkit.core.incident.Status.IN_PROGRESS;
import static dev.incidentkit.core.incident.Status.NEW;
import static dev.incidentkit.core.incident.Status.ON_HOLD;
import static dev.incidentkit.core.incident.Status.RESOLVED;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import java.util.List;

/** The default lifecycle, in the same form as any other. */
final class ItilLifecycle {
    private static final String[] CHECKLIST = {
        "SERVICE_VERIFIED", "TEMPORARY_FIXES_SETTLED", "CONFIGURATION_DATA_UPDATED"
    };
    private static final Status[] OPEN = {NEW, IN_PROGRESS, ON_HOLD};
    private static final Status[] DONE = {RESOLVED, CLOSED, CANCELLED};
    private static final Status[] ALL = {NEW, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED, CANCELLED};

    /** Who answers for the process: the same who may close. */
    private static final Role[] DESK = {Role.SERVICE_DESK, Role.INCIDENT_MANAGER, Role.SYSTEM};

    private static final Guard[] CLOSURE = {
        Guards.checklist(List.of(CHECKLIST)), Guards.PLANS_CHECKED, Guards.WORKAROUNDS_SETTLED, Guards.NO_OPEN_CHILD
    };

    static final Lifecycle INSTANCE = build();

    private ItilLifecycle() {}

    private static Lifecycle build() {
        LifecycleBuilder builder = Lifecycle.builder("itil")
                .statuses(NEW, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED, CANCELLED)
                .checklist(CHECKLIST)
                .transition(
                        Action.REPORT,
                        step -> step.to(NEW)
                                .requires(
                                        Field.BuiltIn.REPORTER,
                                        Field.BuiltIn.CHANNEL,
                                        Field.BuiltIn.TITLE,
                                        Field.BuiltIn.REPORTED_AT));
        working(builder);
        ending(builder);
        staying(builder);
        reserved(builder);
        return builder.cascade(Action.RESOLVE).build();
    }

    private static void working(LifecycleBuilder builder) {
        builder.transition(Action.START, step -> step.from(NEW).to(IN_PROGRESS).requires(Field.BuiltIn.OWNER))
                .transition(
                        Action.HOLD,
                        step -> step.from(NEW, IN_PROGRESS)
                                .to(ON_HOLD)
                                .requires(Field.BuiltIn.REASON)
                                .requiresFor(HoldReason.CALLER.name(), Field.BuiltIn.COMMENT))
                .transition(
                        Action.RESUME,
                        step -> step.from(ON_HOLD)
                                .toWhen(IN_PROGRESS, Guards.OWNED)
                                .to(NEW))
                .transition(
                        Action.RESOLVE,
                        step -> step.from(OPEN)
                                .to(RESOLVED)
                                .requires(
                                        Field.BuiltIn.CATEGORY,
                                        Field.BuiltIn.RESOLUTION_CODE,
                                        Field.BuiltIn.RESOLUTION_NOTE)
                                .guards(Guards.TASKS_SETTLED))
                .transition(
                        Action.REOPEN,
                        step -> step.from(RESOLVED)
                                .toWhen(IN_PROGRESS, Guards.OWNED)
                                .to(NEW)
                                .requires(Field.BuiltIn.REASON))
                .transition(
                        Action.REJECT,
                        step -> step.from(RESOLVED)
                                .toWhen(IN_PROGRESS, Guards.OWNED)
                                .to(NEW)
                                .requires(Field.BuiltIn.REASON)
                                .roles(Role.CALLER));
    }

    private static void ending(LifecycleBuilder builder) {
        builder.transition(
                        Action.CONFIRM,
                        step -> step.from(RESOLVED)
                                .toWhen(CLOSED, CLOSURE)
                                .to(RESOLVED)
                                .roles(Role.CALLER))
                .transition(
                        Action.CLOSE,
                        step -> step.from(RESOLVED).to(CLOSED).roles(DESK).guards(CLOSURE))
                .transition(
                        Action.CANCEL,
                        step -> step.from(OPEN)
                                .to(CANCELLED)
                                .requires(Field.BuiltIn.REASON)
                                .requiresFor(CancelReason.DUPLICATE.name(), Field.BuiltIn.DUPLICATE_OF));
    }

    private static void staying(LifecycleBuilder builder) {
        List<Status> open = List.of(OPEN);
        builder.staying(
                        open,
                        Action.TRIAGE,
                        Action.CATEGORIZE,
                        Action.ASSIGN,
                        Action.ACKNOWLEDGE,
                        Action.ESCALATE,
                        Action.CONTAIN,
                        Action.RESTORE,
                        Action.AMEND,
                        Action.PLAN,
                        Action.REQUEST_CHANGE,
                        Action.DECIDE_CHANGE)
                .staying(
                        List.of(NEW, IN_PROGRESS, ON_HOLD, RESOLVED),
                        Action.TASK,
                        Action.ENGAGE,
                        Action.WORKAROUND,
                        Action.RECLASSIFY)
                .staying(List.of(RESOLVED), Action.CHECK)
                .staying(List.of(ALL), Action.NOTE, Action.LINK, Action.COMMUNICATE, Action.EFFORT)
                .staying(List.of(DONE), Action.REVIEW, Action.SURVEY);
    }

    /** What changes the queue by hand, or the record itself, is not for callers, suppliers and strangers. */
    private static void reserved(LifecycleBuilder builder) {
        builder.transition(Action.OVERRIDE, step -> step.from(OPEN).roles(DESK))
                .transition(Action.PRESERVE, step -> step.from(ALL).roles(DESK))
                .transition(Action.REDACT, step -> step.from(ALL).roles(DESK))
                .transition(Action.MIGRATE, step -> step.from(ALL).roles(DESK))
                .transition(Action.ARCHIVE, step -> step.from(DONE).roles(DESK));
    }
}
