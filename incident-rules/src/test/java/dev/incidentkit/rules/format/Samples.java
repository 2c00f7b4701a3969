package dev.incidentkit.rules.format;

import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A routing table and a matrix as a host declares them, and the files of the fixtures. */
public final class Samples {
    /** Where a ticket comes from. */
    public enum Region {
        EU,
        LATAM,
        US
    }

    private static final Input<Severity> SEVERITY = Input.scale("severity", Scale.SEVERITY);
    private static final Input<String> CATEGORY =
            Input.oneOf("category", List.of("database", "network", "security", "sap", "printing"));
    private static final Input<Region> REGION = Input.enumOf("region", Region.class);
    private static final Input<Boolean> VIP = Input.flag("vip");
    private static final Input<Duration> AGE = Input.duration("age");

    private Samples() {}

    /** The schema of the table that routes tickets to teams. */
    public static RuleSchema routingSchema() {
        return RuleSchema.named("routing")
                .in(SEVERITY)
                .in(CATEGORY)
                .in(REGION)
                .in(VIP)
                .in(AGE)
                .out(Output.text("team"))
                .out(Output.flag("escalate"))
                .hitPolicy(HitPolicy.FIRST)
                .build();
    }

    /** The schema of the matrix of priorities. */
    public static RuleSchema prioritySchema() {
        return RuleSchema.named("priority")
                .in(Input.scale("impact", Scale.IMPACT))
                .in(Input.scale("urgency", Scale.URGENCY))
                .out(Output.scale("priority", Scale.PRIORITY))
                .build();
    }

    /** The routing table written in Java. */
    public static RuleTable routing() {
        return routingSchema()
                .builder()
                .rule("R1")
                .when(SEVERITY.is(Scale.SEVERITY.level("SEV1")))
                .then("MAJOR", true)
                .rule("R2")
                .when(CATEGORY.is("security"))
                .then("SEC", false)
                .rule("R3")
                .when(CATEGORY.is("database"), AGE.atLeast(Duration.ofHours(4)))
                .note("since 2026-03")
                .then("DBA_L2", true)
                .rule("R4")
                .when(CATEGORY.is("network"), REGION.is(Region.EU))
                .then("NET_EU", false)
                .rule("R5")
                .when(
                        CATEGORY.not("sap", "printing"),
                        REGION.between(Region.EU, Region.LATAM),
                        AGE.interval(
                                Duration.ofHours(1),
                                CellCondition.End.OPEN,
                                Duration.ofHours(8),
                                CellCondition.End.CLOSED))
                .then("L2", false)
                .rule("R9")
                .note("else")
                .otherwise("L1", false)
                .build();
    }

    /** A file of the fixtures. */
    public static String file(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/formats/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no fixture " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Fixture " + name + " cannot be read", e);
        }
    }
}
