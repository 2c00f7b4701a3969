package dev.incidentkit.rules.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.OnCallSchedule;
import dev.incidentkit.core.policy.Rotation;
import dev.incidentkit.core.policy.Rotations;
import dev.incidentkit.core.process.AlertPolicy;
import dev.incidentkit.core.process.AlertRecovery;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.CascadeEffect;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.core.process.EscalationChain;
import dev.incidentkit.core.process.EscalationStep;
import dev.incidentkit.core.process.FlapRule;
import dev.incidentkit.core.process.KeyTemplate;
import dev.incidentkit.core.process.MajorCandidate;
import dev.incidentkit.core.process.MajorPolicy;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.SuppressionRule;
import dev.incidentkit.core.process.Taxonomy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Alerts, cascades, major incidents, escalations and who is on call say the same in a file and in Java. */
class TogetherInFilesTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    private static ProcessDefinition inJava() {
        return ProcessDefinition.builder(ProcessDefinition.itil())
                .name("together")
                .attribute(AttributeDefinition.of("site", AttributeType.TEXT))
                .lifecycle(Lifecycle.builder(Lifecycle.itil())
                        .name("reviewed")
                        .without(Action.CLOSE)
                        .without(Action.CONFIRM)
                        .transition(
                                Action.CLOSE,
                                step -> step.from(Status.RESOLVED)
                                        .to(Status.CLOSED)
                                        .roles(Role.SERVICE_DESK, Role.SYSTEM)
                                        .guards(Guards.MAJOR_REVIEWED))
                        .transition(
                                Action.CONFIRM,
                                step -> step.from(Status.RESOLVED)
                                        .toWhen(Status.CLOSED, Guards.MAJOR_REVIEWED)
                                        .to(Status.RESOLVED)
                                        .roles(Role.CALLER))
                        .build())
                .procedures(procedures())
                .build();
    }

    private static Procedures procedures() {
        return Procedures.builder()
                .taxonomy(Taxonomy.budibase8())
                .alerts(alerts())
                .addCascades(
                        CascadeRule.same("start", Action.START),
                        new CascadeRule(
                                "hold",
                                Action.HOLD,
                                CascadeEffect.SAME_STEP,
                                Set.of("CALLER"),
                                Set.of(),
                                Condition.ALWAYS),
                        new CascadeRule(
                                "told",
                                Action.RESOLVE,
                                CascadeEffect.NOTE,
                                Set.of(),
                                Set.of(Role.CALLER, Role.SUPPLIER),
                                Condition.open()))
                .majors(new MajorPolicy(
                        List.of(
                                new MajorCandidate(
                                        "many",
                                        Condition.between(
                                                Fact.BuiltIn.AFFECTED_USERS, java.math.BigDecimal.valueOf(100), null)),
                                new MajorCandidate("payments", Condition.oneOf(Fact.BuiltIn.SERVICE, "payments"))),
                        Set.of(Role.INCIDENT_MANAGER),
                        new Allowance(Duration.ofMinutes(30), BusinessCalendar.officeHours(ZoneOffset.UTC))))
                .addEscalations(new EscalationChain(
                        "unanswered",
                        Condition.allOf(Condition.open(), Condition.not(Condition.has(Fact.BuiltIn.ACKNOWLEDGED))),
                        List.of(
                                EscalationStep.onCall(EscalationKind.FUNCTIONAL, "network", Duration.ofMinutes(15)),
                                EscalationStep.to(
                                        EscalationKind.HIERARCHICAL, "head of operations", Duration.ofHours(1))),
                        2))
                .onCall(new Rotations(List.of(
                        new Rotation(
                                "network",
                                ZURICH,
                                LocalDateTime.of(2026, 12, 24, 8, 0),
                                LocalDateTime.of(2026, 12, 27, 8, 0),
                                1,
                                List.of("cleo")),
                        new Rotation(
                                "network",
                                ZURICH,
                                LocalDateTime.of(2026, 1, 5, 8, 0),
                                null,
                                7,
                                List.of("ann", "ben")))))
                .build();
    }

    private static AlertPolicy alerts() {
        return AlertPolicy.of(KeyTemplate.STANDARD, Duration.ofHours(1))
                .recovery(AlertRecovery.RESOLVE)
                .code("CLEARED")
                .category(new Category("hardware"))
                .service("resource")
                .addAttributes("site")
                .flapping(new FlapRule(4, Duration.ofMinutes(10), Duration.ofMinutes(15)))
                .addSuppressions(
                        SuppressionRule.always("laboratory", "site", "LAB"),
                        new SuppressionRule(
                                "move",
                                Map.of("site", Set.of("ZRH", "GVA"), "check", Set.of("ping")),
                                Instant.parse("2026-03-02T18:00:00Z"),
                                Instant.parse("2026-03-03T06:00:00Z")))
                .build();
    }

    private static DefinitionResult read() {
        return DefinitionFiles.standard().read(Files.path("procedures/together.yaml"));
    }

    @Test
    void what_reaches_beyond_one_incident_has_one_hash_in_yaml_and_in_java() {
        DefinitionResult read = read();
        assertThat(read.describe()).doesNotContain("CONFIG-");
        Procedures procedures = read.orThrow().procedures();
        assertThat(procedures.alerts()).isEqualTo(alerts());
        assertThat(procedures.cascades()).isEqualTo(procedures().cascades());
        assertThat(procedures.majors()).isEqualTo(procedures().majors());
        assertThat(procedures.escalations()).isEqualTo(procedures().escalations());
        assertThat(procedures.onCall()).isEqualTo(procedures().onCall());
        assertThat(read.orThrow().hash()).isEqualTo(inJava().hash());
    }

    @Test
    void each_of_them_changes_the_hash() {
        ProcessDefinition whole = inJava();
        Procedures all = procedures();
        List<Procedures> without = List.of(
                Procedures.builder(all).alerts(null).build(),
                Procedures.builder(all).cascades(List.of()).build(),
                Procedures.builder(all).majors(null).build(),
                Procedures.builder(all).escalations(List.of()).build(),
                Procedures.builder(all).onCall(OnCallSchedule.nobody()).build());
        assertThat(without)
                .extracting(each -> ProcessDefinition.builder(whole)
                        .procedures(each)
                        .build()
                        .hash())
                .doesNotContain(whole.hash())
                .doesNotHaveDuplicates();
    }

    @Test
    void they_are_written_and_read_back() {
        DefinitionFiles files = DefinitionFiles.standard();
        Map<String, byte[]> bytes = new HashMap<>();
        files.write(inJava(), "whole.yaml")
                .forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        DefinitionResult read = files.read("whole.yaml", Files.of(bytes));
        assertThat(read.definition()).as(read::describe).contains(inJava());
    }

    @Test
    void a_file_takes_each_of_them_over_from_what_it_extends_or_takes_it_away() {
        String base = Files.text(Files.path("procedures/together.yaml"));
        String keeps = """
                definition: keeps
                extends: base.yaml
                procedures: {resolutionCodes: [CLEARED, FIXED]}
                """;
        String drops = """
                definition: drops
                extends: base.yaml
                procedures: {alerts: none, cascades: , majors: none, escalations: , onCall: none}
                """;
        Procedures kept = DefinitionFiles.standard()
                .read("keeps.yaml", Files.of("keeps.yaml", keeps, "base.yaml", base))
                .orThrow()
                .procedures();
        Procedures dropped = DefinitionFiles.standard()
                .read("drops.yaml", Files.of("drops.yaml", drops, "base.yaml", base))
                .orThrow()
                .procedures();
        assertThat(Procedures.builder(kept).resolutionCodes(Set.of()).build().hash())
                .isEqualTo(procedures().hash());
        assertThat(dropped)
                .isEqualTo(Procedures.builder()
                        .taxonomy(Taxonomy.budibase8())
                        .onCall(dropped.onCall())
                        .build());
        assertThat(dropped.onCall().version()).isEqualTo(OnCallSchedule.nobody().version());
    }

    @Test
    void the_cascades_of_the_default_process_are_one_word() {
        Procedures procedures = Files.read("""
                definition: together
                extends: itil
                procedures: {cascades: itil}
                """).orThrow().procedures();
        assertThat(procedures.cascades()).isEqualTo(CascadeRule.itil());
    }

    @Test
    void what_extends_the_default_process_inherits_its_cascades_or_takes_them_out() {
        String own = """
                definition: together
                extends: itil
                procedures: {%s}
                """;
        assertThat(cascades(own.formatted("resolutionCodes: common"))).isEqualTo(CascadeRule.itil());
        assertThat(cascades(own.formatted("cascades: {}"))).isEmpty();
    }

    @Test
    void a_lifecycle_of_ones_own_inherits_the_cascades_of_the_steps_that_it_has() {
        assertThat(cascades("""
                definition: shop
                extends: itil
                lifecycle:
                  name: shop
                  statuses: {OPEN: NEW, MENDED: RESOLVED, FILED: CLOSED, DROPPED: CANCELLED}
                  transitions:
                    - {action: REPORT, to: OPEN, requires: [title, reporter, channel]}
                    - {action: RESOLVE, from: OPEN, to: MENDED}
                    - {action: CLOSE, from: MENDED, to: FILED}
                    - {action: CANCEL, from: OPEN, to: DROPPED}
                """)).extracting(CascadeRule::name).containsExactly("resolve");
    }

    private static List<CascadeRule> cascades(String file) {
        return Files.read(file).orThrow().procedures().cascades();
    }

    @Test
    void major_incidents_that_could_close_unreviewed_are_told_where_they_stand() {
        assertThat(Files.read("""
                definition: together
                extends: itil
                procedures:
                  majors: {deciders: INCIDENT_MANAGER, within: 30m}
                """).describe())
                .contains(
                        "CONFIG-301 test.yaml:4:11 procedures.majors: major incidents must be reviewed, but CLOSE from");
    }

    @Test
    void a_schedule_that_is_code_is_not_written() {
        OnCallSchedule code = new OnCallSchedule() {
            @Override
            public Optional<String> whoIsOnCall(String group, Instant at) {
                return Optional.of("ann");
            }

            @Override
            public String version() {
                return "1";
            }

            @Override
            public String toString() {
                return "the pager";
            }
        };
        ProcessDefinition definition = ProcessDefinition.builder(ProcessDefinition.itil())
                .procedures(Procedures.builder().onCall(code).build())
                .build();
        assertThatThrownBy(() -> DefinitionFiles.standard().write(definition, "whole.yaml"))
                .hasMessageContaining("who is on call")
                .hasMessageContaining("the pager");
    }
}
