package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.sla.ClockConditions;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.Satisfier;
import dev.incidentkit.core.sla.SlaKind;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.SlaTargetBuilder;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Definitions of different content have different hashes, whatever stands in their free texts. */
class DefinitionHashTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final BusinessCalendar CALENDAR = BusinessCalendar.officeHours(ZoneOffset.UTC);

    private static String followingUp(String text, String code, String note, @Nullable Category category) {
        FollowUpRule rule = new FollowUpRule(
                HoldReason.CALLER, 3, 2, CALENDAR, text, code, note, ResolutionMethod.PERMANENT, category);
        return ProcessDefinition.builder(ITIL).followUp(rule).build().hash();
    }

    @Test
    void texts_of_reminders_do_not_run_into_each_other() {
        assertThat(List.of(
                        followingUp("x | y", "z", "n", null),
                        followingUp("x", "y | z", "n", null),
                        followingUp("x", "y", "z | n", null),
                        followingUp("x", "y", "z | n", new Category("null")),
                        followingUp("x | y | z", "n", "n", null)))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_name_of_an_attributes_scale_counts() {
        assertThat(graded("tier").hash()).isNotEqualTo(graded("class").hash());
    }

    private static ProcessDefinition graded(String scale) {
        return ProcessDefinition.builder(ITIL)
                .attribute(new AttributeDefinition(
                        "tier", AttributeType.SCALE, Set.of(), Scale.custom(scale, "GOLD", "IRON")))
                .build();
    }

    private static String target(UnaryOperator<SlaTargetBuilder> more) {
        SlaTargetBuilder target = SlaTarget.of(Measure.RESPONSE, Map.of("P1", Goal.within(Duration.ofMinutes(15))));
        return new SlaPolicy("s", SlaKind.SLA, List.of(more.apply(target).build()), null).hash();
    }

    private static String attachedTo(Condition condition) {
        return target(builder -> builder.conditions(ClockConditions.of().attachedWhile(condition)));
    }

    private static Condition in(String fact, String... values) {
        return new Condition.OneOf(Fact.attribute(fact), new TreeSet<>(List.of(values)));
    }

    @Test
    void names_in_conditions_do_not_run_into_each_other() {
        assertThat(List.of(
                        attachedTo(in("a", "b", "c")),
                        attachedTo(in("a", "b, c")),
                        attachedTo(in("a", "b\", \"c")),
                        attachedTo(in("a", "\"b\"", "c")),
                        attachedTo(in("a", "b\\", "c")),
                        attachedTo(in("a in [b]", "c")),
                        attachedTo(Condition.allOf(in("a", "b"), in("a", "c"))),
                        attachedTo(in("a", "b] and attribute:a in [c")),
                        attachedTo(Condition.has(Fact.attribute("a"))),
                        attachedTo(Condition.has(Fact.attribute("a)")))))
                .doesNotHaveDuplicates();
    }

    @Test
    void audiences_and_zones_do_not_run_into_each_other() {
        assertThat(List.of(
                        target(builder -> builder.satisfier(Satisfier.messageTo(List.of("a", "b")))),
                        target(builder -> builder.satisfier(Satisfier.messageTo(List.of("a, b"))))))
                .doesNotHaveDuplicates();
        Collection<Map<String, ZoneId>> zones =
                List.of(Map.of("a", ZoneId.of("UTC"), "b", ZoneId.of("UTC")), Map.of("a=UTC, b", ZoneId.of("UTC")));
        assertThat(zones.stream().map(each -> target(builder -> builder.zones(new TreeMap<>(each)))))
                .doesNotHaveDuplicates();
    }
}
