package dev.incidentkit.examples.rules;

import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.incident.IncidentFacts;
import dev.incidentkit.rules.incident.IncidentSchemas;
import java.time.Duration;

/** The routing table of {@code examples/tables}, written in Java. */
public final class SampleTables {
    private static final IncidentFacts FACTS =
            IncidentFacts.of(Scale.IMPACT, Scale.URGENCY, Scale.SEVERITY, Scale.PRIORITY);
    private static final Input<String> CATEGORY = FACTS.category();
    private static final Input<Boolean> VIP = Input.flag("vip");
    private static final Input<Duration> AGE = Input.duration("age");
    private static final Output<Boolean> ESCALATE = Output.flag("escalate");

    private SampleTables() {}

    /** {@return the columns of the routing table} */
    public static RuleSchema routingSchema() {
        return RuleSchema.named("routing")
                .in(FACTS.severity())
                .in(CATEGORY)
                .in(VIP)
                .in(FACTS.affectedUsers())
                .in(AGE)
                .out(IncidentSchemas.TEAM)
                .out(ESCALATE)
                .hitPolicy(HitPolicy.FIRST)
                .complete()
                .build();
    }

    /** {@return the routing table} */
    public static RuleTable routing() {
        return routingSchema()
                .builder()
                .rule("R1")
                .when(FACTS.severity().is(Scale.SEVERITY.level("SEV1")))
                .then("MAJOR", true)
                .rule("R2")
                .when(CATEGORY.startsWith("security"))
                .then("SECURITY", true)
                .rule("R3")
                .when(CATEGORY.startsWith("database"), AGE.atLeast(Duration.ofHours(4)))
                .note("since 2026-03")
                .then("DBA_L2", true)
                .rule("R4")
                .when(CATEGORY.startsWith("database"))
                .then("DBA", false)
                .rule("R5")
                .when(
                        CATEGORY.in("network/vpn", "network/wifi"),
                        FACTS.affectedUsers().atLeast(50L))
                .note("a site without access")
                .then("NETWORK", true)
                .rule("R6")
                .when(CATEGORY.startsWith("network"))
                .then("NETWORK", false)
                .rule("R7")
                .when(VIP.is(true))
                .then("VIP_DESK", false)
                .rule("R9")
                .note("everything else")
                .otherwise("DESK", false)
                .build();
    }
}
