package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Field.BuiltIn;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which action can give which field, so that verification can tell a requirement that nothing can meet. What a command
 * carries meets what its own step requires; what a step sets beside, because it derives it, counts only from then on.
 */
final class FieldSources {
    private static final Set<Action> SETS_ATTRIBUTES = Set.of(Action.REPORT, Action.AMEND, Action.ADOPT);
    private static final Set<BuiltIn> GIVEN_ANEW = EnumSet.of(
            BuiltIn.REASON,
            BuiltIn.COMMENT,
            BuiltIn.RESUME_AT,
            BuiltIn.RESOLUTION_CODE,
            BuiltIn.RESOLUTION_NOTE,
            BuiltIn.DUPLICATE_OF);
    private static final Set<BuiltIn> REPORTED = EnumSet.of(
            BuiltIn.TITLE,
            BuiltIn.DESCRIPTION,
            BuiltIn.SYMPTOMS,
            BuiltIn.REPORTER,
            BuiltIn.CHANNEL,
            BuiltIn.REPORTED_AT,
            BuiltIn.OCCURRED_AT,
            BuiltIn.DETECTED_AT,
            BuiltIn.CATEGORY,
            BuiltIn.IMPACT,
            BuiltIn.URGENCY,
            BuiltIn.SEVERITY,
            BuiltIn.SERVICES,
            BuiltIn.AFFECTED_USERS);

    /** What a step may set beside what its command carries: by a policy, or because the step implies it. */
    private static final Map<Action, Set<BuiltIn>> DERIVED = Map.of(
            Action.REPORT, EnumSet.of(BuiltIn.PRIORITY, BuiltIn.OWNER),
            Action.TRIAGE, EnumSet.of(BuiltIn.PRIORITY),
            Action.CATEGORIZE, EnumSet.of(BuiltIn.PRIORITY),
            Action.AMEND, EnumSet.of(BuiltIn.PRIORITY),
            Action.RESOLVE, EnumSet.of(BuiltIn.RESTORED_AT));

    private static final List<Action> SILENT = List.of(
            Action.ACKNOWLEDGE,
            Action.RESUME,
            Action.CONFIRM,
            Action.CLOSE,
            Action.NOTE,
            Action.COMMUNICATE,
            Action.LINK,
            Action.CONTAIN,
            Action.CHECK,
            Action.PLAN,
            Action.TASK,
            Action.ENGAGE,
            Action.WORKAROUND,
            Action.REQUEST_CHANGE,
            Action.DECIDE_CHANGE,
            Action.REVIEW,
            Action.SURVEY,
            Action.EFFORT,
            Action.PRESERVE,
            Action.REDACT,
            Action.ARCHIVE,
            Action.MIGRATE);
    private static final Map<Action, Set<BuiltIn>> SOURCES = sources();

    private FieldSources() {}

    private static Map<Action, Set<BuiltIn>> sources() {
        Map<Action, Set<BuiltIn>> sources = new HashMap<>();
        sources.put(Action.REPORT, REPORTED);
        sources.put(Action.TRIAGE, EnumSet.of(BuiltIn.IMPACT, BuiltIn.URGENCY, BuiltIn.SEVERITY));
        sources.put(Action.CATEGORIZE, EnumSet.of(BuiltIn.CATEGORY));
        sources.put(Action.OVERRIDE, EnumSet.of(BuiltIn.PRIORITY, BuiltIn.REASON));
        sources.put(Action.ASSIGN, EnumSet.of(BuiltIn.OWNER));
        sources.put(Action.ESCALATE, EnumSet.of(BuiltIn.REASON));
        sources.put(Action.START, EnumSet.of(BuiltIn.OWNER));
        sources.put(Action.HOLD, EnumSet.of(BuiltIn.REASON, BuiltIn.COMMENT, BuiltIn.RESUME_AT));
        sources.put(Action.RESOLVE, EnumSet.of(BuiltIn.CATEGORY, BuiltIn.RESOLUTION_CODE, BuiltIn.RESOLUTION_NOTE));
        sources.put(Action.REOPEN, EnumSet.of(BuiltIn.REASON));
        sources.put(Action.RECLASSIFY, EnumSet.of(BuiltIn.REASON));
        sources.put(Action.REJECT, EnumSet.of(BuiltIn.REASON));
        sources.put(Action.CANCEL, EnumSet.of(BuiltIn.REASON, BuiltIn.DUPLICATE_OF, BuiltIn.COMMENT));
        sources.put(Action.RESTORE, EnumSet.of(BuiltIn.RESTORED_AT));
        sources.put(
                Action.AMEND, EnumSet.of(BuiltIn.TITLE, BuiltIn.DESCRIPTION, BuiltIn.SERVICES, BuiltIn.AFFECTED_USERS));
        SILENT.forEach(action -> sources.put(action, Set.of()));
        return sources;
    }

    /** Whether a command for the action can carry the field. Actions of the host's own take a comment and attributes. */
    static boolean gives(Action action, Field field) {
        Set<BuiltIn> fields = SOURCES.get(action);
        if (field instanceof Field.Attribute) {
            return fields == null || SETS_ATTRIBUTES.contains(action);
        }
        return fields == null ? field == BuiltIn.COMMENT : fields.contains((BuiltIn) field);
    }

    /** Whether the field may be known after a step of the action: given with it, or derived by it. */
    static boolean sets(Action action, Field field) {
        return gives(action, field)
                || (field instanceof BuiltIn builtIn
                        && DERIVED.getOrDefault(action, Set.of()).contains(builtIn));
    }

    /** Whether a value given with one step is still known at a later one. */
    static boolean lasts(Field field) {
        return field instanceof Field.Attribute || !GIVEN_ANEW.contains((BuiltIn) field);
    }
}
