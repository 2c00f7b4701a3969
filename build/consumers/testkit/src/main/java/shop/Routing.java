package shop;

import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import java.time.Duration;

/** Who gets which ticket in the shop. */
final class Routing {
    private static final Input<Severity> SEVERITY = Input.scale("severity", Scale.SEVERITY);
    private static final Input<String> CATEGORY = Input.text("category");
    private static final Input<Duration> AGE = Input.duration("age");

    static final RuleTable TABLE = RuleSchema.named("routing")
            .in(SEVERITY)
            .in(CATEGORY)
            .in(AGE)
            .out(Output.text("team"))
            .hitPolicy(HitPolicy.FIRST)
            .complete()
            .build()
            .builder()
            .rule("R1")
            .when(SEVERITY.is(Severity.SEV1))
            .then("MAJOR")
            .rule("R2")
            .when(CATEGORY.is("database"), AGE.atLeast(Duration.ofHours(4)))
            .then("DBA_L2")
            .rule("R3")
            .when(CATEGORY.in("database", "network"))
            .then("OPS")
            .rule("R9")
            .otherwise("DESK")
            .build();

    private Routing() {}
}
