package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.TaskPart;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.ConditionTable;
import dev.incidentkit.core.policy.SelectionPolicy;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.core.process.FieldRule;
import dev.incidentkit.core.process.MessageLine;
import dev.incidentkit.core.process.ModelDefaultsBuilder;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.StaffingRule;
import dev.incidentkit.core.process.TaskTemplate;
import dev.incidentkit.core.process.Taxonomy;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Procedures as part of a definition: verified as a whole, and hashed with it. */
class ProceduresTest {
    private static final Allowance HOUR = Allowance.of(Duration.ofHours(1));

    private static List<String> findings(ProcessDefinitionBuilder builder) {
        try {
            builder.build();
            return List.of();
        } catch (ConfigurationException e) {
            return e.findings();
        }
    }

    private static List<String> findings(Procedures procedures) {
        return findings(ProcessDefinition.builder(ProcessDefinition.itil()).procedures(procedures));
    }

    @Test
    void what_contradicts_itself_or_the_definition_is_found_at_once() {
        Condition never = Condition.allOf(Condition.phase(Phase.NEW), Condition.phase(Phase.CLOSED));
        Procedures bad = Procedures.builder()
                .taxonomy(TestProcedures.TAXONOMY)
                .selection(new ConditionTable<>(
                        "models", List.of(new ConditionTable.Row<>("r1", Condition.ALWAYS, "none"))))
                .classification(new ConditionTable<>(
                        "criteria",
                        List.of(
                                new ConditionTable.Row<>("r1", Condition.ALWAYS, new Category("fax")),
                                new ConditionTable.Row<>("r1", Condition.open(), new Category("mail")))))
                .addPlans(
                        Plan.of(PlanKind.MODEL, "m")
                                .tasks(
                                        TaskTemplate.optional("a", TaskPart.WORK)
                                                .after("b"),
                                        TaskTemplate.optional("b", TaskPart.WORK)
                                                .after("a"),
                                        TaskTemplate.optional("c", TaskPart.WORK)
                                                .after("z"),
                                        TaskTemplate.optional("c", TaskPart.WORK))
                                .defaults(new ModelDefaultsBuilder()
                                        .category(new Category("moon"))
                                        .impact(new Impact("HUGE", 0))
                                        .build()),
                        Plan.of(PlanKind.RESPONSE, "r")
                                .defaults(new ModelDefaultsBuilder()
                                        .category(new Category("mail"))
                                        .build()),
                        Plan.of(PlanKind.RESPONSE, "r"))
                .addMessages(
                        MessageLine.every("l", "all", Channel.MAIL, "t", HOUR),
                        MessageLine.every("l", "all", Channel.MAIL, "t", HOUR).when(Condition.phase(Phase.NEW)))
                .addStaffing(new StaffingRule("s", never, Role.RESOLVER, 1, HOUR))
                .addFields(new FieldRule("f", new Action("FLY"), never, List.of(Field.attribute("wings"))))
                .build();

        assertThat(findings(bad))
                .anyMatch(text -> text.equals("plan 'RESPONSE r' is there twice"))
                .anyMatch(text -> text.equals("line 'l' is there twice"))
                .anyMatch(text -> text.equals("task 'c' of plan 'm' is there twice"))
                .anyMatch(text -> text.equals("task 'a' of plan 'm' depends on itself"))
                .anyMatch(text -> text.equals("task 'c' comes after 'z', which plan 'm' does not have"))
                .anyMatch(text -> text.startsWith("model 'm' gives category 'moon'"))
                .anyMatch(text -> text.startsWith("model 'm' gives 'HUGE'"))
                .anyMatch(text -> text.startsWith("plan 'r' is no model"))
                .anyMatch(text -> text.contains("selects 'none', which the definition does not have"))
                .anyMatch(text -> text.contains("selects 'fax'"))
                .anyMatch(text -> text.contains("row 'r1' of table 'criteria' is there twice"))
                .anyMatch(text -> text.contains("row 'r1' of table 'criteria' never decides"))
                .anyMatch(text -> text.startsWith("line 'l' never counts"))
                .anyMatch(text -> text.startsWith("staffing rule 's' never counts"))
                .anyMatch(text -> text.startsWith("field rule 'f' is about FLY"))
                .anyMatch(text -> text.startsWith("field rule 'f' never counts"))
                .anyMatch(text -> text.startsWith("field rule 'f' requires attribute 'wings'"));
    }

    @Test
    void reminders_resolve_with_a_code_of_the_list_and_categories_of_earlier_definitions_stay() {
        ProcessDefinitionBuilder builder = ProcessDefinition.builder(TestDefinitions.PROCESS)
                .predecessor(TestDefinitions.PROCESS)
                .procedures(Procedures.builder()
                        .taxonomy(Taxonomy.builder("small")
                                .category("mail", "Mail does not arrive.")
                                .category("network", "Places cannot reach each other.")
                                .category("network/dns", "Names are not found.")
                                .category("fax", "Sheets do not arrive.")
                                .build())
                        .resolutionCodes(Set.of("FIXED"))
                        .build())
                .followUp(new FollowUpRule(
                        HoldReason.CALLER,
                        1,
                        2,
                        BusinessCalendar.officeHours(ZoneOffset.UTC),
                        "Please answer.",
                        "SILENCE",
                        "No answer.",
                        ResolutionMethod.WORKAROUND,
                        null));

        assertThat(findings(builder))
                .containsExactly(
                        "reminders for CALLER resolve with code 'SILENCE', which is none of the resolution codes",
                        "category 'network/vpn' of predecessor process is gone; deactivate it instead");
    }

    @Test
    void the_hash_of_a_definition_follows_each_part_of_its_procedures() {
        Procedures full = TestProcedures.FULL;
        Set<String> hashes = new HashSet<>();
        hashes.add(full.hash());
        for (Procedures changed : List.of(
                Procedures.builder(full).taxonomy(Taxonomy.deskera6()).build(),
                Procedures.builder(full)
                        .classification(SelectionPolicy.byHand())
                        .build(),
                Procedures.builder(full).selection(SelectionPolicy.byHand()).build(),
                Procedures.builder(full).plans(List.of()).build(),
                Procedures.builder(full).messages(List.of()).build(),
                Procedures.builder(full).staffing(List.of()).build(),
                Procedures.builder(full).fields(List.of()).build(),
                Procedures.builder(full).resolutionCodes(Set.of()).build(),
                Procedures.builder(full).changes(List.of()).build(),
                Procedures.builder(full).reviewSections(Set.of()).build(),
                Procedures.builder(full).signers(Set.of()).build())) {
            assertThat(hashes.add(changed.hash())).as("%s", changed).isTrue();
        }
        assertThat(Procedures.builder(full).build()).isEqualTo(full);
        assertThat(ProcessDefinition.builder(TestDefinitions.PROCESS).build().hash())
                .isEqualTo(TestDefinitions.PROCESS.hash())
                .isNotEqualTo(ProcessDefinition.builder(TestDefinitions.PROCESS)
                        .procedures(Procedures.NONE)
                        .build()
                        .hash());
    }

    @Test
    void another_lifecycle_keeps_the_default_cascades_of_its_steps_and_is_told_of_rows_of_the_hosts_own() {
        Lifecycle noWayBack =
                Lifecycle.builder(Lifecycle.itil()).without(Action.REOPEN).build();
        ProcessDefinitionBuilder changed =
                ProcessDefinition.builder(ProcessDefinition.itil()).lifecycle(noWayBack);

        assertThat(changed.build().procedures().cascades())
                .extracting(CascadeRule::name)
                .containsExactly("start", "hold", "resolve");
        List<CascadeRule> own = List.of(
                CascadeRule.same("back too", Action.REOPEN), CascadeRule.itil().get(0));
        assertThat(findings(ProcessDefinition.builder(ProcessDefinition.itil())
                        .procedures(Procedures.builder().cascades(own).build())
                        .lifecycle(noWayBack)))
                .singleElement()
                .asString()
                .contains("cascade rule 'back too' is about REOPEN, which the lifecycle does not have");
    }

    @Test
    void parts_refuse_values_out_of_bounds_with_the_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowance.of(Duration.ZERO))
                .withMessageContaining("PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StaffingRule("s", Condition.ALWAYS, Role.RESOLVER, 0, HOUR))
                .withMessageContaining("'s'")
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StaffingRule("s", Condition.ALWAYS, Role.RESOLVER, 101, HOUR))
                .withMessageContaining("101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FieldRule("f", Action.START, Condition.ALWAYS, List.of()))
                .withMessageContaining("'f'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(PlanKind.MODEL, "x".repeat(101)))
                .withMessageContaining("xxx");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Taxonomy.builder(" "))
                .withMessageContaining("' '");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConditionTable.Row<>("", Condition.ALWAYS, "x"))
                .withMessageContaining("''");
    }

    @Test
    void tables_and_taxonomies_with_equal_content_are_equal() {
        ConditionTable<String> one = new ConditionTable<>(
                "t", List.of(new ConditionTable.Row<>("a", Condition.has(Fact.BuiltIn.OWNED), "x")));
        ConditionTable<String> same = new ConditionTable<>("t", one.rows());

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).hasToString(same.toString());
        assertThat(one).isNotEqualTo(SelectionPolicy.byHand());
        assertThat(Taxonomy.deskera6())
                .isEqualTo(Taxonomy.deskera6())
                .hasSameHashCodeAs(Taxonomy.deskera6())
                .isNotEqualTo(Taxonomy.budibase8());
        assertThat(Taxonomy.deskera6().toString()).startsWith("Taxonomy deskera-6 [hardware-failure");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ProcessDefinition.builder(ProcessDefinition.itil())
                        .procedures(Procedures.builder()
                                .addStaffing(
                                        new StaffingRule("s", Condition.ALWAYS, Role.RESOLVER, 1, HOUR),
                                        new StaffingRule("s", Condition.ALWAYS, Role.SUPPLIER, 1, HOUR))
                                .build())
                        .build())
                .withMessageContaining("staffing rule 's' is there twice");
    }
}
