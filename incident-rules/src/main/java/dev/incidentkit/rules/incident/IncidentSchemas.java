package dev.incidentkit.rules.incident;

import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;

/**
 * Schemas for what is usually decided about an incident. Each has one outcome, the first matching rule decides, and the
 * columns are those that are passed.
 */
public final class IncidentSchemas {
    /** The group that a new incident belongs to. */
    public static final Output<String> TEAM = Output.text("team");

    /** The name of a service-level agreement. */
    public static final Output<String> SLA = Output.text("sla");

    /** The name of a plan of escalation. */
    public static final Output<String> ESCALATION = Output.text("escalation");

    /** The path of a category. */
    public static final Output<String> CATEGORY = Output.text("newCategory");

    /** The name of an incident model. */
    public static final Output<String> MODEL = Output.text("model");

    /** Whether an incident is a candidate for a major one. */
    public static final Output<Boolean> MAJOR = Output.flag("major");

    private IncidentSchemas() {}

    /**
     * Priority, the outcome {@code newPriority}.
     *
     * @param priorities the scale of priority
     * @param columns what is looked at
     * @return the schema
     */
    public static RuleSchema triage(Scale<Priority> priorities, Input<?>... columns) {
        return schema("triage", priority(priorities), columns);
    }

    /**
     * The outcome of {@link #triage}.
     *
     * @param priorities the scale of priority
     * @return the column
     */
    public static Output<Priority> priority(Scale<Priority> priorities) {
        return Output.scale("newPriority", priorities);
    }

    /**
     * Severity, the outcome {@code newSeverity}.
     *
     * @param severities the scale of severity
     * @param columns what is looked at
     * @return the schema
     */
    public static RuleSchema severity(Scale<Severity> severities, Input<?>... columns) {
        return schema("severity", severity(severities), columns);
    }

    /**
     * The outcome of {@link #severity(Scale, Input...)}.
     *
     * @param severities the scale of severity
     * @return the column
     */
    public static Output<Severity> severity(Scale<Severity> severities) {
        return Output.scale("newSeverity", severities);
    }

    /**
     * Routing, the outcome {@link #TEAM}.
     *
     * @param columns what is looked at
     * @return the schema
     */
    public static RuleSchema routing(Input<?>... columns) {
        return schema("routing", TEAM, columns);
    }

    /**
     * Selection of a service-level agreement, the outcome {@link #SLA}.
     *
     * @param columns what is looked at
     * @return the schema
     */
    public static RuleSchema sla(Input<?>... columns) {
        return schema("sla", SLA, columns);
    }

    /**
     * Escalation, the outcome {@link #ESCALATION}.
     *
     * @param columns what is looked at
     * @return the schema
     */
    public static RuleSchema escalation(Input<?>... columns) {
        return schema("escalation", ESCALATION, columns);
    }

    /**
     * Classification, the outcome {@link #CATEGORY}.
     *
     * @param columns what is looked at
     * @return the schema
     */
    public static RuleSchema classification(Input<?>... columns) {
        return schema("classification", CATEGORY, columns);
    }

    /**
     * Incident models, the outcome {@link #MODEL}.
     *
     * @param columns what is looked at
     * @return the schema
     */
    public static RuleSchema model(Input<?>... columns) {
        return schema("model", MODEL, columns);
    }

    /**
     * Candidates for major incidents, the outcome {@link #MAJOR}.
     *
     * @param columns what is looked at
     * @return the schema
     */
    public static RuleSchema majorIncident(Input<?>... columns) {
        return schema("majorIncident", MAJOR, columns);
    }

    private static RuleSchema schema(String name, Output<?> output, Input<?>... columns) {
        RuleSchema.Builder builder =
                RuleSchema.named(name).hitPolicy(HitPolicy.FIRST).out(output);
        for (Input<?> column : columns) {
            builder.in(column);
        }
        return builder.build();
    }
}
