package dev.incidentkit.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.core.process.Procedures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which rows of a table of conditions are refused, and which only said not to be provable. */
class ConditionTableTest {
    private static final ConditionProof PROOF =
            ConditionProof.over(Map.of(), List.of(AttributeDefinition.of("vip", AttributeType.BOOLEAN)));

    private static ConditionTable<String> table(Condition... conditions) {
        List<ConditionTable.Row<String>> rows = new ArrayList<>();
        for (Condition condition : conditions) {
            rows.add(new ConditionTable.Row<>("r" + rows.size(), condition, "m"));
        }
        return new ConditionTable<>("models", rows);
    }

    @Test
    void the_row_of_incidents_without_a_flag_is_reached_behind_those_of_true_and_false() {
        Fact vip = Fact.attribute("vip");
        ConditionTable<String> table =
                table(Condition.oneOf(vip, "true"), Condition.oneOf(vip, "false"), Condition.ALWAYS);

        assertThat(table.misfits(name -> true, PROOF)).isEmpty();
        assertThat(table(Condition.has(vip), Condition.not(Condition.has(vip)), Condition.ALWAYS)
                        .misfits(name -> true, PROOF))
                .singleElement()
                .asString()
                .contains("row 'r2' of table 'models' never decides");
    }

    @Test
    void a_model_for_each_of_many_services_can_be_built() {
        List<ConditionTable.Row<String>> rows = new ArrayList<>();
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(new ConditionTable.Row<>("r" + i, Condition.oneOf(Fact.BuiltIn.SERVICE, "svc-" + i), "m" + i));
            plans.add(Plan.of(PlanKind.MODEL, "m" + i));
        }
        ConditionTable<String> table = new ConditionTable<>("models", rows);
        ProcessDefinition definition = ProcessDefinition.builder(ProcessDefinition.itil())
                .name("services")
                .procedures(
                        Procedures.builder().addAllPlans(plans).selection(table).build())
                .build();

        assertThat(definition.procedures().selection()).isEqualTo(table);
        assertThat(table.unproven(PROOF)).isEmpty();
    }

    @Test
    void a_row_that_is_too_tangled_is_said_not_to_be_provable_and_refuses_nothing() {
        Condition tangle = tangle(14);
        ConditionTable<String> table = table(tangle, Condition.NEVER);

        assertThat(table.misfits(name -> true, PROOF)).isEmpty();
        assertThat(table.unproven(PROOF))
                .containsExactly(
                        "row 'r0' of table 'models' may never decide: its condition and those before it are too"
                                + " tangled to say, and the rows after it were not looked at");
    }

    /** Each of some facts has one of fewer values, and no two have the same: proofs that look at cases see all of them. */
    private static Condition tangle(int facts) {
        List<Condition> parts = new ArrayList<>();
        for (int one = 0; one < facts; one++) {
            List<String> names = new ArrayList<>();
            for (int name = 1; name < facts; name++) {
                names.add("n" + name);
                for (int other = 0; other < one; other++) {
                    parts.add(Condition.not(Condition.allOf(
                            Condition.oneOf(Fact.attribute("f" + one), "n" + name),
                            Condition.oneOf(Fact.attribute("f" + other), "n" + name))));
                }
            }
            parts.add(Condition.oneOf(Fact.attribute("f" + one), names));
        }
        return new Condition.AllOf(parts);
    }
}
