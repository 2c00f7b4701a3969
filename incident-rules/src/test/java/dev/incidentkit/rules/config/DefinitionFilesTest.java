package dev.incidentkit.rules.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.incidentkit.core.calendar.Holiday;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentEvent;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.ReportBuilder;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.rules.dmn.DmnWriter;
import dev.incidentkit.rules.incident.RoutingTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions from files decide as those in Java do. */
class DefinitionFilesTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private static ProcessDefinition support() {
        return DefinitionFiles.standard()
                .read(Files.path("support/support.yaml"))
                .orThrow();
    }

    private static ReportBuilder report() {
        return Report.of("no network", Reporter.person("cleo"), Channel.PHONE)
                .impact(Impact.MEDIUM)
                .urgency(Urgency.HIGH);
    }

    private static List<IncidentEvent> begun(ProcessDefinition definition, Report report) {
        return definition.begin(
                new IncidentId("INC-1"), TenantId.DEFAULT, report, CommandContext.of(Actor.agent("ann"), AT));
    }

    @Test
    void a_rich_definition_has_one_hash_in_yaml_and_in_java() {
        DefinitionResult read = DefinitionFiles.standard().read(Files.path("support/support.yaml"));
        assertThat(read.findings())
                .filteredOn(finding -> finding.code().startsWith("CONFIG-"))
                .as("its goals of different kinds cannot be compared")
                .hasSize(3)
                .allMatch(finding -> finding.message().contains("depends on when it starts"));
        ProcessDefinition definition = read.orThrow();
        ProcessDefinition inJava = SupportDefinition.definition();
        assertThat(definition.lifecycle().hash()).isEqualTo(inJava.lifecycle().hash());
        for (int i = 0; i < inJava.slas().size(); i++) {
            assertThat(definition.slas().get(i).hash())
                    .as(inJava.slas().get(i).name())
                    .isEqualTo(inJava.slas().get(i).hash());
        }
        assertThat(definition.attributes()).isEqualTo(inJava.attributes());
        assertThat(definition.routing().version()).isEqualTo(inJava.routing().version());
        assertThat(definition.slaSelection().version())
                .isEqualTo(inJava.slaSelection().version());
        assertThat(definition.escalation().version())
                .isEqualTo(inJava.escalation().version());
        assertThat(definition.followUps()).isEqualTo(inJava.followUps());
        assertThat(definition.hash()).isEqualTo(inJava.hash());
    }

    @Test
    void tables_route_select_and_escalate_and_events_name_their_rules() {
        ProcessDefinition definition = support();
        Scale<CustomLevel> tier = Objects.requireNonNull(
                Objects.requireNonNull(definition.attributes().get("tier")).scale());
        Attributes gold = Attributes.of("tier", new AttributeValue.Graded(tier.level("GOLD")));
        List<IncidentEvent> events = begun(
                definition,
                report().category(new Category("network/vpn")).attributes(gold).build());
        AssignmentEvent.Assigned routed = only(events, AssignmentEvent.Assigned.class);
        assertThat(routed.owner().toString()).contains("NETWORK");
        assertThat(routed.meta().cause().rule()).isEqualTo("R1");
        WorkEvent.Amended selected = only(events, WorkEvent.Amended.class);
        assertThat(selected.meta().cause().rule()).isEqualTo("S1");
        assertThat(selected.meta().cause().configuration())
                .isEqualTo(definition.slaSelection().version());
        assertThat(policies(definition, events, AT)).containsExactly("gold", "gold");

        Incident incident = Incident.replay(events);
        CommandContext later = CommandContext.of(Actor.SYSTEM, AT.plus(Duration.ofMinutes(30)));
        List<IncidentEvent> due = definition.decide(incident, new RecordCommand.Wake(), later);
        assertThat(due).hasAtLeastOneElementOfType(SlaEvent.Breached.class);
        List<AssignmentEvent.Escalated> escalated = all(due, AssignmentEvent.Escalated.class);
        assertThat(escalated).extracting(AssignmentEvent.Escalated::target).containsExactly("duty-manager", "experts");
        assertThat(escalated).allSatisfy(event -> {
            assertThat(event.meta().cause().rule()).isEqualTo("E2");
            assertThat(event.meta().cause().configuration())
                    .isEqualTo(definition.escalation().version());
        });
    }

    @Test
    void another_priority_selects_another_agreement_whose_clocks_then_run() {
        ProcessDefinition definition = support();
        List<IncidentEvent> events = new ArrayList<>(begun(definition, report().build()));
        assertThat(policies(definition, events, AT)).containsOnly("silver");
        Incident incident = Incident.replay(events);
        CommandContext later = CommandContext.of(Actor.agent("ann"), AT.plusSeconds(60));
        List<IncidentEvent> decided =
                definition.decide(incident, TriageCommand.Triage.of(Impact.HIGH, Urgency.HIGH), later);
        WorkEvent.Amended selected = only(decided, WorkEvent.Amended.class);
        assertThat(selected.meta().cause().rule()).isEqualTo("S2");
        events.addAll(decided);
        List<SlaStanding> standings = definition.clock().standings(events, AT.plusSeconds(60));
        assertThat(standings)
                .filteredOn(standing -> standing.clock().policy().equals("gold"))
                .isNotEmpty()
                .noneMatch(standing -> standing.state().name().equals("CANCELLED"));
        assertThat(standings)
                .filteredOn(standing -> standing.clock().policy().equals("silver"))
                .isNotEmpty()
                .allMatch(standing -> standing.state().name().equals("CANCELLED"));
        assertThat(definition.clock().standing(events, AT.plusSeconds(60), "gold", Measure.RESPONSE))
                .isPresent();
    }

    private static List<String> policies(ProcessDefinition definition, List<IncidentEvent> events, Instant at) {
        return definition.clock().standings(events, at).stream()
                .map(standing -> standing.clock().policy())
                .toList();
    }

    private static <E> List<E> all(List<IncidentEvent> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static <E> E only(List<IncidentEvent> events, Class<E> type) {
        List<E> all = all(events, type);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void a_small_file_changes_a_preset() {
        DefinitionResult read = Files.read("""
                definition: mine
                extends: itop-like
                matrix:
                  HIGH: [P1, P1, P2]
                  MEDIUM: {HIGH: P2, MEDIUM: P3, LOW: P4}
                  LOW: [P3, P4, P5]
                slas:
                  itop-like: {preset: itop-like, targets: {RESPONSE: {goals: {P1: 5m}}}}
                """);
        ProcessDefinition mine = read.orThrow();
        assertThat(read.findings()).isEmpty();
        assertThat(mine.name()).isEqualTo("mine");
        assertThat(mine.lifecycle()).isEqualTo(ProcessDefinition.itil().lifecycle());
        assertThat(mine.slas().get(0).targets().get(0).goals())
                .hasToString("{P1=within PT5M of 24x7, P2=within PT30M of 24x7, P3=within PT4H of 24x7,"
                        + " P4=within PT8H of 24x7, P5=within PT24H of 24x7}");
    }

    private static String hash(String kind, String transfer) {
        return Files.read("""
                definition: mine
                extends: itil
                slas:
                  network:
                    kind: %s
                    targets:
                      RESOLUTION: {goals: {P1: 4h}, rules: {start: ASSIGNED%s}}
                """.formatted(kind, transfer)).orThrow().slas().get(0).hash();
    }

    @Test
    void an_ola_that_does_not_say_what_a_transfer_does_restarts_and_others_go_on() {
        assertThat(hash("OLA", "")).isEqualTo(hash("OLA", ", transfer: RESTART"));
        assertThat(hash("OLA", "")).isNotEqualTo(hash("OLA", ", transfer: CONTINUE"));
        assertThat(hash("SLA", "")).isEqualTo(hash("SLA", ", transfer: CONTINUE"));
    }

    @Test
    void a_reason_to_wait_that_is_nearly_a_known_one_is_a_warning_and_one_of_its_own_is_none() {
        String text = """
                definition: mine
                extends: itil
                slas:
                  gold:
                    targets:
                      RESOLUTION: {goals: {P1: 4h}, pause: {holdReason: [CALER, CUSTOMS]}}
                """;
        DefinitionResult read = Files.read(text);
        assertThat(read.orThrow().slas()).hasSize(1);
        assertThat(read.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(DefinitionFinding.Level.WARNING);
            assertThat(finding.line()).isEqualTo(6);
            assertThat(finding.message()).contains("'CALER'").contains("is 'CALLER' meant?");
        });
    }

    @Test
    void files_extend_files_and_use_their_calendars() {
        DefinitionSource source = Files.of(
                "team/mine.yaml",
                "extends: ../base.yaml\nclosure: {workingDays: 3, calendar: ours}\n",
                "base.yaml",
                "definition: base\nextends: itil\ncalendars: {ours: {zone: Z, hours: {monday: 09:00-10:00}}}\n");
        ProcessDefinition read =
                DefinitionFiles.standard().read("team/mine.yaml", source).orThrow();
        assertThat(read.name()).isEqualTo("base");
        assertThat(read.closure().version()).startsWith("after 3 days of");
    }

    @Test
    void guards_and_holidays_of_the_host_are_found_by_name() {
        Guard guard = new Guard("two-eyes", "1", (incident, context) -> List.of());
        DefinitionFiles files = DefinitionFiles.standard()
                .withGuards(guard)
                .withHolidays((reference, zone) -> List.of(Holiday.on(LocalDate.of(2026, 8, 1), reference)));
        DefinitionSource source = Files.of("a.yaml", """
                definition: a
                extends: itil
                calendars:
                  ours: {zone: Europe/Zurich, hours: {daily: 09:00-10:00}, holidays: [{from: CH}]}
                closure: {workingDays: 3, calendar: ours}
                lifecycle:
                  extends: itil
                  transitions:
                    - {action: RESOLVE, from: [NEW, IN_PROGRESS, ON_HOLD], to: RESOLVED, guards: two-eyes}
                """);
        ProcessDefinition read = files.read("a.yaml", source).orThrow();
        assertThat(read.lifecycle().transitions().toString()).contains("two-eyes@1");
        assertThat(DefinitionFiles.standard().read("a.yaml", source).findings())
                .extracting(DefinitionFinding::code)
                .containsOnly("CONFIG-202");
        assertThatThrownBy(() -> files.withGuards(guard)).hasMessageContaining("two-eyes");
    }

    @Test
    void a_name_that_leads_out_of_the_directory_is_refused(@TempDir Path directory) throws Exception {
        Path inside = java.nio.file.Files.createDirectory(directory.resolve("inside"));
        java.nio.file.Files.writeString(directory.resolve("secret.yaml"), "definition: secret\nextends: itil\n");
        java.nio.file.Files.createSymbolicLink(inside.resolve("link.yaml"), directory.resolve("secret.yaml"));
        for (String name : List.of(
                "../secret.yaml",
                "a/../../secret.yaml",
                directory.resolve("secret.yaml").toString(),
                "link.yaml",
                "C:/secret.yaml",
                "..\\\\secret.yaml",
                "file:secret.yaml")) {
            Path file = java.nio.file.Files.writeString(inside.resolve("a.yaml"), "extends: \"" + name + "\"\n");
            DefinitionResult read = DefinitionFiles.standard().read(file);
            assertThat(read.definition()).as(name).isEmpty();
            assertThat(read.findings())
                    .as(name)
                    .extracting(DefinitionFinding::code)
                    .containsAnyOf("CONFIG-005", "CONFIG-001");
        }
    }

    @Test
    void files_that_extend_each_other_are_refused() {
        DefinitionSource source = Files.of("a.yaml", "extends: b.yaml\n", "b.yaml", "extends: a.yaml\n");
        DefinitionResult read = DefinitionFiles.standard().read("a.yaml", source);
        assertThat(read.findings()).extracting(DefinitionFinding::code).containsExactly("CONFIG-006");
        assertThatThrownBy(read::orThrow)
                .isInstanceOf(DefinitionFormatException.class)
                .hasMessageContaining("a.yaml")
                .extracting(e -> ((DefinitionFormatException) e).all(), list(DefinitionFinding.class))
                .hasSize(1);
    }

    @Test
    void a_table_may_be_a_dmn_model_whose_columns_are_named_beside_it() {
        RoutingTable routing = (RoutingTable) support().routing();
        String xml =
                DmnWriter.write("routing", List.of(routing.table().table())).xml();
        String attributes = "attributes: {tier: {scale: [GOLD, SILVER, BRONZE]}}\n";
        String named = "routing: {table: routing.dmn, columns: [category, tier]}\n";
        DefinitionSource source = Files.of(
                "a.yaml",
                "definition: a\nextends: itil\n" + attributes + named,
                "b.yaml",
                "definition: b\nextends: itil\n" + attributes + "routing: routing.dmn\n",
                "routing.dmn",
                xml);
        ProcessDefinition read =
                DefinitionFiles.standard().read("a.yaml", source).orThrow();
        assertThat(read.routing().version()).isEqualTo(routing.version());
        assertThat(DefinitionFiles.standard().read("b.yaml", source).describe())
                .contains("CONFIG-103 b.yaml:4:10 routing: a DMN model is read into declared columns");
    }

    @Test
    void a_predecessor_keeps_its_clocks() {
        DefinitionSource source =
                Files.of("a.yaml", "definition: a\nextends: itil\npredecessors: [itil]\nchange: MIGRATE_OPEN\n");
        ProcessDefinition read =
                DefinitionFiles.standard().read("a.yaml", source).orThrow();
        assertThat(read.predecessors()).containsExactly(ProcessDefinition.itil());
    }
}
