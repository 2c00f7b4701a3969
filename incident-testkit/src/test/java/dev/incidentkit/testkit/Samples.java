package dev.incidentkit.testkit;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.ReportBuilder;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.incident.IncidentFacts;
import dev.incidentkit.rules.incident.IncidentTable;
import dev.incidentkit.rules.incident.RoutingTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the tests of the kit test with. */
public final class Samples {
    public static final Actor ANN = Actor.agent("ann");
    public static final Actor CLEO = Actor.caller("cleo");

    public static final Input<Severity> SEVERITY = Input.scale("severity", Scale.SEVERITY);
    public static final Input<String> CATEGORY = Input.text("category");
    public static final Input<Duration> AGE = Input.duration("age");
    public static final Output<String> TEAM = Output.text("team");

    /** Four rules: a level, a text with a bound, two texts, and the rest. */
    public static final RuleTable ROUTING = RuleSchema.named("routing")
            .in(SEVERITY)
            .in(CATEGORY)
            .in(AGE)
            .out(TEAM)
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

    /** The default process, whose new incidents are routed by their category. */
    public static final ProcessDefinition ROUTED = routed();

    private Samples() {}

    private static ProcessDefinition routed() {
        IncidentFacts facts = IncidentFacts.of(Scale.IMPACT, Scale.URGENCY, Scale.SEVERITY, Scale.PRIORITY);
        Input<String> category = facts.category();
        RuleTable table = RuleSchema.named("teams")
                .in(category)
                .out(TEAM)
                .hitPolicy(HitPolicy.FIRST)
                .build()
                .builder()
                .rule("T1")
                .when(category.is("network"))
                .then("OPS")
                .rule("T2")
                .when(category.isPresent())
                .then("DESK")
                .build();
        return ProcessDefinition.builder(ProcessDefinition.itil())
                .name("routed")
                .routing(new RoutingTable(IncidentTable.of(facts, table, TEAM)))
                .build();
    }

    public static ReportBuilder report() {
        return Report.of("VPN is down", Reporter.person("cleo"), Channel.PHONE);
    }

    public static Report report(Impact impact, Urgency urgency) {
        return report().impact(impact).urgency(urgency).build();
    }

    public static WorkCommand message(String audience) {
        return new WorkCommand.Communicate(
                Direction.OUTBOUND, Channel.MAIL, audience, "We work on it", Visibility.CUSTOMER);
    }

    public static Path file(String name) {
        try {
            return Path.of(Samples.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
