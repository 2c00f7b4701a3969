package dev.incidentkit.rules.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.ClockId;
import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Notice;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.ReportedBuilder;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.EscalationOrder;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables over incidents, as core's ports ask them. */
class IncidentTableTest {
    private static final Instant AT = Instant.parse("2026-03-27T08:00:00Z");
    private static final Scale<CustomLevel> TIER = Scale.custom("tier", "GOLD", "SILVER");
    private static final AttributeDefinition TAGS = AttributeDefinition.of("tags", AttributeType.SET);

    private static final IncidentFacts FACTS = IncidentFacts.of(
                    Scale.IMPACT, Scale.URGENCY, Scale.SEVERITY, Scale.PRIORITY)
            .with(AttributeDefinition.of("vip", AttributeType.BOOLEAN))
            .with(AttributeDefinition.of("site", AttributeType.TEXT))
            .with(AttributeDefinition.of("loss", AttributeType.NUMBER))
            .with(AttributeDefinition.of("drift", AttributeType.DURATION))
            .with(AttributeDefinition.of("since", AttributeType.INSTANT))
            .with(AttributeDefinition.scale(TIER))
            .withName(TAGS, "mail")
            .withService("db");

    private static final SlaEvent AT_RISK = new SlaEvent.AtRisk(
            EventMeta.at(AT, Actor.SYSTEM), new ClockId("gold", "RESPONSE", 1), "75%", AT.plusSeconds(60), Notice.NOW);

    private static Incident incident(Attributes attributes) {
        return Incident.replay(List.of(new ReportedBuilder()
                .meta(EventMeta.at(AT, Actor.external("vendor")))
                .id(new IncidentId("INC-1"))
                .tenant(TenantId.DEFAULT)
                .definition("d")
                .status(Status.NEW)
                .title(PersonalText.of("title"))
                .reporter(Reporter.source("probe"))
                .channel(Channel.MONITORING)
                .category(new Category("network/vpn"))
                .impact(Impact.LOW)
                .urgency(Urgency.HIGH)
                .severity(Severity.SEV2)
                .addServices("mail", "db")
                .affectedUsers(300)
                .attributes(attributes)
                .drill(false)
                .type(RecordType.INCIDENT)
                .build()));
    }

    private static final Incident FULL = incident(Attributes.of(Map.of(
            "vip", new AttributeValue.Flag(true),
            "site", new AttributeValue.Text("BER"),
            "loss", new AttributeValue.Number(new BigDecimal("12.50")),
            "drift", new AttributeValue.Span(Duration.ofMinutes(-5)),
            "since", new AttributeValue.Moment(AT),
            "tier", new AttributeValue.Graded(TIER.at(0)),
            "tags", new AttributeValue.Names(Set.of("mail")))));

    private static final Incident BARE = Incident.adopted(
            new IncidentId("INC-2"), "d", AdoptedTicket.of(Status.NEW, AT).build(), AT);

    @Test
    void everyFactCanBeAskedFor() {
        List<Input<?>> columns = new ArrayList<>();
        FACTS.all().values().forEach(fact -> columns.add(fact.input()));
        RuleSchema schema = IncidentSchemas.majorIncident(columns.toArray(Input<?>[]::new));
        RuleTable table = schema.builder()
                .rule("R1")
                .when(
                        FACTS.impact().is(Impact.LOW),
                        FACTS.urgency().is(Urgency.HIGH),
                        FACTS.severity().atLeast(Severity.SEV2),
                        FACTS.priority().isMissing(),
                        FACTS.category().startsWith("network/"),
                        FACTS.service().is("db"),
                        FACTS.channel().is(Channel.MONITORING.name()),
                        FACTS.affectedUsers().between(300L, 400L),
                        FACTS.reopenings().is(0L),
                        FACTS.phase().is(Phase.NEW),
                        FACTS.flag("vip").is(true),
                        FACTS.text("site").in("BER", "MUC"),
                        FACTS.number("loss").is(new BigDecimal("12.5")),
                        FACTS.duration("drift").lessThan(Duration.ZERO),
                        FACTS.instant("since").atMost(AT),
                        FACTS.scale(TIER).is(TIER.at(0)),
                        FACTS.flag("tags: mail").is(true),
                        FACTS.flag("affects db").is(true))
                .then(true)
                .build();
        IncidentTable<Boolean> major = IncidentTable.of(FACTS, table, IncidentSchemas.MAJOR);
        assertThat(major.decide(FULL)).contains(new Decision<>(true, "R1", table.hash()));
        assertThat(major.decide(BARE)).isEmpty();
        assertThat(major.explain(BARE).nearestMiss().orElseThrow().unmet()).isNotEmpty();
        assertThat(major).hasToString("major by " + table);
        List<Integer> hits = new ArrayList<>();
        major.observedBy((seen, row) -> hits.add(row)).decide(FULL);
        assertThat(hits).containsExactly(0);
    }

    @Test
    void triageGivesThePriorityAndChecksTheScales() {
        Output<Priority> priority = IncidentSchemas.priority(Scale.PRIORITY);
        RuleTable table = IncidentSchemas.triage(Scale.PRIORITY, FACTS.impact(), FACTS.urgency(), FACTS.affectedUsers())
                .builder()
                .rule("many")
                .when(FACTS.affectedUsers().atLeast(200L), FACTS.impact().isPresent())
                .then(Priority.P1)
                .rule("high")
                .when(FACTS.urgency().is(Urgency.HIGH))
                .then(Priority.P2)
                .build();
        TriageTable triage = new TriageTable(IncidentTable.of(FACTS, table, priority));
        assertThat(triage.priority(FULL)).contains(new Decision<>(Priority.P1, "many", triage.version()));
        assertThat(triage.priority(BARE)).isEmpty();
        assertThat(triage.misfits(Scale.IMPACT, Scale.URGENCY, Scale.PRIORITY)).isEmpty();
        assertThat(triage.misfits(
                        Scale.of("impact", Impact::new, "BIG"),
                        Scale.of("urgency", Urgency::new, "NOW"),
                        Scale.of("priority", Priority::new, "P0")))
                .hasSize(3);
        assertThat(triage.table().table()).isEqualTo(table);
        assertThat(triage).hasToString("triage: newPriority by " + table);
        Incident foreign = Incident.adopted(
                new IncidentId("INC-3"),
                "d",
                AdoptedTicket.of(Status.NEW, AT).impact(new Impact("HUGE", 0)).build(),
                AT);
        assertThat(triage.priority(foreign)).isEmpty();
    }

    @Test
    void routingSlaAndEscalationNameWhatTheyChoose() {
        RuleTable routes = IncidentSchemas.routing(FACTS.category())
                .builder()
                .rule("net")
                .when(FACTS.category().startsWith("network"))
                .then("NET")
                .build();
        RoutingTable routing = new RoutingTable(IncidentTable.of(FACTS, routes, IncidentSchemas.TEAM));
        assertThat(routing.route(FULL)).contains(new Decision<>(Owner.group("NET"), "net", routing.version()));
        assertThat(routing.route(BARE)).isEmpty();
        assertThat(routing.table().table()).isEqualTo(routes);
        RuleTable agreements = IncidentSchemas.sla(FACTS.severity())
                .builder()
                .rule("else")
                .otherwise("standard")
                .build();
        SlaTable sla = new SlaTable(IncidentTable.of(FACTS, agreements, IncidentSchemas.SLA));
        assertThat(sla.select(BARE)).contains(new Decision<>("standard", "else", sla.version()));
        RuleTable plans = IncidentSchemas.escalation(FACTS.severity())
                .builder()
                .rule("sev2")
                .when(FACTS.severity().is(Severity.SEV2))
                .then("fast")
                .build();
        assertThat(sla.policies()).contains("standard");
        EscalationOrder call = new EscalationOrder(EscalationKind.HIERARCHICAL, "manager", "at risk");
        EscalationTable escalation =
                EscalationTable.of(FACTS, plans, IncidentSchemas.ESCALATION, Map.of("fast", List.of(call)));
        assertThat(escalation.escalate(FULL, AT_RISK))
                .containsExactly(new Decision<>(call, "sev2", escalation.version()));
        assertThat(escalation.escalate(BARE, AT_RISK)).isEmpty();
        assertThat(escalation.table()).isEqualTo(plans);
        assertThatThrownBy(() -> EscalationTable.of(FACTS, plans, IncidentSchemas.ESCALATION, Map.of()))
                .hasMessageContaining("[fast]");
        assertThat(List.of(routing.toString(), sla.toString()))
                .allSatisfy(text -> assertThat(text).contains(" by "));
        assertThat(escalation.toString()).contains("fast");
        assertThat(sla.table().version()).isEqualTo(agreements.hash());
    }

    @Test
    void defaultsAndOtherSchemasAnswerToo() {
        Output<String> model = IncidentSchemas.MODEL.otherwise("plain");
        RuleTable table = RuleSchema.named("model")
                .in(FACTS.category())
                .out(model)
                .build()
                .builder()
                .rule("vpn")
                .when(FACTS.category().is("network/vpn"))
                .then("vpn-down")
                .build();
        IncidentTable<String> models = IncidentTable.of(FACTS, table, model);
        assertThat(models.decide(FULL)).contains(new Decision<>("vpn-down", "vpn", table.hash()));
        assertThat(models.decide(BARE)).contains(new Decision<>("plain", "default", table.hash()));
        assertThat(List.of(
                        IncidentSchemas.classification(FACTS.service()).name(),
                        IncidentSchemas.model(FACTS.service()).name(),
                        IncidentSchemas.severity(Scale.SEVERITY, FACTS.impact()).name()))
                .containsExactly("classification", "model", "severity");
    }

    @Test
    void anotherTableOfTheSameColumnsReadsWhatTheHostMade() {
        Input<Boolean> odd = Input.flag("odd");
        IncidentFacts facts = FACTS.with(
                new FactColumn<>(odd, incident -> incident.id().value().endsWith("1")));
        RuleSchema schema = IncidentSchemas.routing(odd, FACTS.flag("tags: mail"));
        RuleTable one =
                schema.builder().rule("R").when(odd.is(true)).then("OPS").build();
        RuleTable other =
                schema.builder().rule("R").when(odd.is(true)).then("DBA").build();
        IncidentTable<String> table = IncidentTable.of(facts, one, IncidentSchemas.TEAM);

        assertThat(table.with(other).decide(FULL)).contains(new Decision<>("DBA", "R", other.hash()));
        assertThatThrownBy(() -> table.with(IncidentSchemas.routing(odd)
                        .builder()
                        .rule("R")
                        .otherwise("X")
                        .build()))
                .hasMessageContaining("other columns than 'routing'");
    }

    @Test
    void anotherTableOfEscalationNamesPlansThatThereAre() {
        RuleSchema schema = IncidentSchemas.escalation(EscalationTable.SIGNAL);
        RuleTable fast = schema.builder().rule("R").otherwise("fast").build();
        RuleTable slow = schema.builder().rule("R").otherwise("slow").build();
        Map<String, List<EscalationOrder>> plans = Map.of(
                "fast", List.of(new EscalationOrder(EscalationKind.FUNCTIONAL, "ops", "at risk")),
                "slow", List.of(new EscalationOrder(EscalationKind.FUNCTIONAL, "boss", "at risk")));
        EscalationTable table = EscalationTable.of(FACTS, fast, IncidentSchemas.ESCALATION, plans);

        assertThat(table.with(slow).escalate(FULL, AT_RISK))
                .extracting(decision -> decision.value().target())
                .containsExactly("boss");
        assertThatThrownBy(() ->
                        table.with(schema.builder().rule("R").otherwise("never").build()))
                .hasMessageContaining("but not [never]");
    }

    @Test
    void whatIsNoFactIsRefusedByName() {
        RuleTable strange = IncidentSchemas.routing(Input.flag("moon"), Input.text("impact"))
                .builder()
                .rule("R")
                .otherwise("X")
                .build();
        assertThatThrownBy(() -> IncidentTable.of(FACTS, strange, IncidentSchemas.TEAM))
                .hasMessageContaining("[moon, impact]");
        assertThatThrownBy(() -> IncidentTable.of(FACTS, strange, IncidentSchemas.SLA))
                .hasMessageContaining("sla");
        RuleTable several = RuleSchema.builder(IncidentSchemas.routing(FACTS.category()))
                .hitPolicy(HitPolicy.COLLECT)
                .build()
                .builder()
                .rule("R")
                .otherwise("X")
                .build();
        assertThatThrownBy(() -> IncidentTable.of(FACTS, several, IncidentSchemas.TEAM))
                .hasMessageContaining("COLLECT");
        assertThatThrownBy(() -> FACTS.flag("moon")).hasMessageContaining("moon");
        assertThatThrownBy(() -> FACTS.withService("db")).hasMessageContaining("affects db");
        assertThatThrownBy(() -> FACTS.with(TAGS)).hasMessageContaining("tags");
        assertThatThrownBy(() -> FACTS.withName(AttributeDefinition.of("x", AttributeType.TEXT), "y"))
                .hasMessageContaining("TEXT");
        assertThatThrownBy(() -> FACTS.with(AttributeDefinition.of("who", AttributeType.TEXT, AttributeTrait.PERSONAL)))
                .hasMessageContaining("personal");
    }
}
