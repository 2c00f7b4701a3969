package dev.incidentkit.core.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with policies is found by proof, all at once, with examples. */
class SlaVerifierTest {
    private static List<SlaFinding> verify(SlaTarget target) {
        return SlaVerifier.verify(List.of(SlaPolicy.of("test", target)), ConditionProof.standard(), Scale.PRIORITY);
    }

    private static List<SlaFinding.Kind> kinds(ClockConditions conditions) {
        return verify(Clocks.resolution().conditions(conditions).build()).stream()
                .map(SlaFinding::kind)
                .toList();
    }

    @Test
    void presets_have_nothing_wrong() {
        List<SlaPolicy> presets = List.of(
                SlaPresets.itil(),
                SlaPresets.servicenowLike(ZoneOffset.UTC),
                SlaPresets.itopLike(),
                SlaPresets.glpiLike(ZoneOffset.UTC),
                SlaPresets.otrsLike(ZoneOffset.UTC),
                SlaPolicy.of(
                        "own",
                        SlaPresets.ownership(Duration.ofHours(1), List.of("P1")).build(),
                        SlaPresets.notification(Duration.ofHours(72), Condition.ALWAYS, "regulator")
                                .build()));

        assertThat(SlaVerifier.verify(presets, ConditionProof.standard(), Scale.PRIORITY))
                .isEmpty();
        assertThat(presets.stream().map(SlaPolicy::hash).distinct()).hasSize(6);
        assertThat(SlaPresets.itil().hash())
                .isEqualTo(SlaPresets.itil(ZoneOffset.UTC).hash());
    }

    @Test
    void a_start_that_is_never_true_is_found() {
        assertThat(kinds(ClockConditions.of()
                        .attachedWhile(Condition.phase(Phase.NEW))
                        .startedBy(Condition.phase(Phase.RESOLVED))))
                .containsExactly(SlaFinding.Kind.START_NEVER_TRUE);
    }

    @Test
    void a_start_that_is_true_for_some_incidents_to_which_it_applies_is_none() {
        assertThat(kinds(ClockConditions.of()
                        .attachedWhile(Condition.atLeast(Fact.BuiltIn.PRIORITY, Priority.P2))
                        .startedBy(Condition.allOf(Condition.phase(Phase.NEW), Condition.has(Fact.BuiltIn.OWNED)))))
                .isEmpty();
    }

    @Test
    void a_stop_that_covers_the_start_is_found() {
        assertThat(kinds(ClockConditions.of()
                        .startedBy(Condition.phase(Phase.NEW))
                        .stoppedBy(Condition.open())))
                .containsExactly(SlaFinding.Kind.STOP_COVERS_START);
    }

    @Test
    void a_stop_that_covers_a_part_of_the_start_is_none() {
        assertThat(kinds(ClockConditions.of()
                        .startedBy(Condition.open())
                        .stoppedBy(Condition.phase(Phase.NEW, Phase.ON_HOLD, Phase.RESOLVED))))
                .isEmpty();
    }

    @Test
    void a_pause_that_cancels_is_found() {
        assertThat(kinds(ClockConditions.of()
                        .attachedWhile(Condition.not(Condition.phase(Phase.ON_HOLD)))
                        .pausedWhile(Condition.waitingFor(HoldReason.CALLER))))
                .containsExactly(SlaFinding.Kind.PAUSE_CANCELS);
    }

    @Test
    void a_pause_that_cancels_by_its_condition_to_cancel_is_found() {
        assertThat(kinds(ClockConditions.of()
                        .pausedWhile(Condition.waitingFor(HoldReason.CALLER))
                        .cancelledBy(Condition.phase(Phase.ON_HOLD, Phase.CANCELLED))))
                .containsExactly(SlaFinding.Kind.PAUSE_CANCELS);
    }

    @Test
    void a_pause_that_is_left_only_at_times_or_stays_attached_is_none() {
        Condition notOnHold = Condition.not(Condition.phase(Phase.ON_HOLD));
        SlaTarget stays = Clocks.resolution()
                .conditions(ClockConditions.of()
                        .attachedWhile(notOnHold)
                        .pausedWhile(Condition.waitingFor(HoldReason.CALLER)))
                .rules(ClockRules.of().detach(DetachRule.STAY).build())
                .build();

        assertThat(verify(stays)).isEmpty();
        assertThat(kinds(ClockConditions.of()
                        .pausedWhile(Condition.phase(Phase.ON_HOLD))
                        .cancelledBy(Condition.waitingFor(HoldReason.VENDOR))))
                .isEmpty();
    }

    @Test
    void a_pause_that_never_ends_is_found() {
        assertThat(kinds(ClockConditions.of().pausedWhile(Condition.open())))
                .containsExactly(SlaFinding.Kind.PAUSE_NEVER_ENDS);
    }

    @Test
    void a_pause_from_the_start_that_ends_is_none() {
        assertThat(kinds(ClockConditions.of().pausedWhile(Condition.phase(Phase.NEW, Phase.ON_HOLD))))
                .isEmpty();
        assertThat(kinds(ClockConditions.of()
                        .startedBy(Condition.phase(Phase.NEW))
                        .pausedWhile(Condition.not(Condition.has(Fact.BuiltIn.OWNED)))))
                .isEmpty();
    }

    @Test
    void a_threshold_longer_than_the_target_is_found() {
        assertThat(verify(Clocks.resolution()
                        .addThresholds(Threshold.before(Duration.ofHours(2)))
                        .build()))
                .extracting(SlaFinding::kind, SlaFinding::example)
                .containsExactlyInAnyOrder(
                        tuple(SlaFinding.Kind.THRESHOLD_LONGER_THAN_TARGET, Map.of("priority", "P1")),
                        tuple(SlaFinding.Kind.THRESHOLD_LONGER_THAN_TARGET, Map.of("priority", "P2")));
    }

    @Test
    void a_threshold_longer_than_the_target_of_incidents_without_priority_is_found() {
        assertThat(verify(SlaTarget.of(Measure.RESOLUTION, Map.of("P1", Goal.within(Duration.ofHours(8))))
                        .otherwise(Goal.within(Duration.ofHours(2)))
                        .addThresholds(Threshold.before(Duration.ofHours(2)))
                        .build()))
                .extracting(SlaFinding::kind, SlaFinding::example)
                .containsExactly(tuple(SlaFinding.Kind.THRESHOLD_LONGER_THAN_TARGET, Map.of("priority", "none")));
    }

    @Test
    void a_threshold_within_or_past_the_target_is_none() {
        assertThat(verify(Clocks.resolution()
                        .addThresholds(
                                Threshold.before(Duration.ofMinutes(59)),
                                Threshold.percent(1),
                                Threshold.percent(1_000),
                                Threshold.past(Duration.ofDays(9)))
                        .build()))
                .isEmpty();
    }

    @Test
    void a_more_severe_priority_with_more_time_is_found_but_not_refused() {
        SlaTarget target = SlaTarget.of(
                        Measure.RESOLUTION,
                        Map.of("P1", Goal.within(Duration.ofHours(4)), "P4", Goal.within(Duration.ofHours(2))))
                .build();

        assertThat(verify(target)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(SlaFinding.Kind.LONGER_FOR_MORE_SEVERE);
            assertThat(finding.kind().isFatal()).isFalse();
            assertThat(finding)
                    .hasToString("LONGER_FOR_MORE_SEVERE in target RESOLUTION of policy 'test':"
                            + " P1 has PT4H, but P4 has PT2H, for example {priority=P1}");
        });
    }

    @Test
    void a_more_severe_priority_with_as_much_time_or_less_is_none() {
        assertThat(verify(SlaTarget.of(
                                Measure.RESOLUTION,
                                Map.of(
                                        "P1", Goal.within(Duration.ofHours(2)),
                                        "P2", Goal.within(Duration.ofHours(2)),
                                        "P4", Goal.within(Duration.ofHours(3))))
                        .build()))
                .isEmpty();
    }

    @Test
    void a_definition_refuses_all_fatal_findings_at_once() {
        SlaTarget never = Clocks.resolution()
                .conditions(ClockConditions.of().startedBy(Condition.NEVER))
                .build();
        SlaTarget unknown = SlaTarget.of(Measure.UPDATE, Map.of("P9", Goal.within(Duration.ofHours(1))))
                .build();

        assertThatThrownBy(() -> ProcessDefinition.builder(ProcessDefinition.itil())
                        .slas(SlaPolicy.of("bad", never, unknown))
                        .build())
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        refusal -> assertThat(refusal.findings())
                                .hasSize(2)
                                .anySatisfy(finding -> assertThat(finding).contains("START_NEVER_TRUE"))
                                .anySatisfy(finding -> assertThat(finding).contains("'P9'")));
    }

    @Test
    void a_condition_that_is_too_tangled_is_said_not_to_be_provable() {
        List<Condition> parts = new ArrayList<>();
        for (int one = 0; one < 14; one++) {
            List<String> names = new ArrayList<>();
            for (int name = 1; name < 14; name++) {
                names.add("n" + name);
                for (int other = 0; other < one; other++) {
                    parts.add(Condition.not(Condition.allOf(
                            Condition.oneOf(Fact.attribute("a" + one), "n" + name),
                            Condition.oneOf(Fact.attribute("a" + other), "n" + name))));
                }
            }
            parts.add(Condition.oneOf(Fact.attribute("a" + one), names));
        }
        Condition wide = new Condition.AllOf(parts);

        assertThat(kinds(ClockConditions.of().startedBy(wide))).containsExactly(SlaFinding.Kind.NOT_PROVABLE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionProof.standard().example(wide))
                .withMessageContaining("is given up after");
    }

    @Test
    void proofs_know_scales_numbers_paths_sets_and_the_ties_between_facts() {
        ConditionProof proof = ConditionProof.over(
                Map.of(Fact.BuiltIn.PRIORITY, Scale.PRIORITY),
                List.of(
                        AttributeDefinition.of("tags", AttributeType.SET),
                        AttributeDefinition.of("vip", AttributeType.BOOLEAN),
                        AttributeDefinition.scale(Scale.custom("tier", "GOLD", "IRON"))));
        Condition severe = Condition.atLeast(Fact.BuiltIn.PRIORITY, Priority.P2);

        assertThat(proof.counterExample(Condition.oneOf(Fact.BuiltIn.PRIORITY, "P1"), severe))
                .isEmpty();
        assertThat(proof.counterExample(severe, Condition.oneOf(Fact.BuiltIn.PRIORITY, "P1")))
                .contains(Map.of("priority", "P2"));
        assertThat(proof.counterExample(
                        Condition.oneOf(Fact.BuiltIn.CATEGORY, "network/vpn"),
                        Condition.oneOf(Fact.BuiltIn.CATEGORY, "network")))
                .isEmpty();
        Fact users = Fact.BuiltIn.AFFECTED_USERS;
        Condition many = Condition.between(users, new BigDecimal("100"), null);
        assertThat(proof.counterExample(many, Condition.between(users, new BigDecimal("50"), null)))
                .isEmpty();
        assertThat(proof.example(Condition.allOf(many, Condition.between(users, null, new BigDecimal("99")))))
                .isEmpty();
        Fact tags = Fact.attribute("tags");
        assertThat(proof.example(Condition.allOf(Condition.oneOf(tags, "a"), Condition.oneOf(tags, "b"))))
                .contains(Map.of("attribute tags", "a+b"));
        assertThat(proof.example(Condition.allOf(
                        Condition.oneOf(Fact.BuiltIn.STATUS, "A"), Condition.oneOf(Fact.BuiltIn.STATUS, "B"))))
                .isEmpty();
        assertThat(proof.example(Condition.allOf(Condition.phase(Phase.NEW), Condition.waitingFor(HoldReason.CALLER))))
                .isEmpty();
        assertThat(proof.example(Condition.allOf(
                        Condition.oneOf(Fact.BuiltIn.OWNER_GROUP, "net"),
                        Condition.not(Condition.has(Fact.BuiltIn.OWNED)))))
                .isEmpty();
        assertThat(proof.counterExample(
                        Condition.atLeast(
                                Fact.attribute("tier"),
                                Scale.custom("tier", "GOLD", "IRON").at(1)),
                        Condition.has(Fact.attribute("tier"))))
                .isEmpty();
        assertThat(proof.example(Condition.not(Condition.has(Fact.attribute("vip")))))
                .isPresent();
        Condition one = Condition.oneOf(Fact.BuiltIn.SERVICE, "mail");
        assertThat(proof.counterExample(Condition.has(Fact.BuiltIn.SERVICE), one))
                .isPresent();
    }
}
