package dev.incidentkit.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.incidentkit.core.incident.ConditionProof.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing that can happen is called impossible, and what is disjoint is not multiplied. */
class ConditionProofTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Fact VIP = Fact.attribute("vip");
    private static final ConditionProof PROOF =
            ConditionProof.over(Map.of(), List.of(AttributeDefinition.of("vip", AttributeType.BOOLEAN)));

    private static Facts adopted(AdoptedTicket ticket) {
        return Incident.adopted(new IncidentId("A-1"), "d", ticket, AT).facts();
    }

    private static Facts with(Attributes attributes) {
        return adopted(AdoptedTicket.of(Status.NEW, AT).attributes(attributes).build());
    }

    /** More pigeons than holes: each in a hole, no two in one. */
    static Condition pigeons(int pigeons) {
        List<Condition> parts = new ArrayList<>();
        for (int one = 0; one < pigeons; one++) {
            List<String> holes = new ArrayList<>();
            for (int hole = 1; hole < pigeons; hole++) {
                String name = "h" + hole;
                holes.add(name);
                for (int other = 0; other < one; other++) {
                    parts.add(Condition.not(Condition.allOf(in(one, name), in(other, name))));
                }
            }
            parts.add(Condition.oneOf(Fact.attribute("p" + one), holes));
        }
        return new Condition.AllOf(parts);
    }

    private static Condition in(int pigeon, String hole) {
        return Condition.oneOf(Fact.attribute("p" + pigeon), hole);
    }

    @Test
    void has_asks_of_a_flag_of_a_hosts_own_whether_it_is_true() {
        Condition has = Condition.has(VIP);

        assertThat(has.holds(with(Attributes.of("vip", AttributeValue.of(true)))))
                .isTrue();
        assertThat(has.holds(with(Attributes.of("vip", AttributeValue.of(false)))))
                .isFalse();
        assertThat(has.holds(with(Attributes.none()))).isFalse();
        assertThat(PROOF.example(Condition.allOf(has, Condition.oneOf(VIP, "false"))))
                .isEmpty();
        assertThat(PROOF.example(has)).contains(Map.of("attribute vip", "true"));
    }

    @Test
    void a_flag_of_a_hosts_own_may_be_neither_true_nor_false() {
        Condition neither = Condition.not(Condition.anyOf(Condition.oneOf(VIP, "true"), Condition.oneOf(VIP, "false")));

        assertThat(neither.holds(with(Attributes.none()))).isTrue();
        assertThat(PROOF.example(neither)).contains(Map.of());
        assertThat(PROOF.example(Condition.oneOf(VIP, "false"))).contains(Map.of("attribute vip", "false"));
        assertThat(PROOF.judge(Condition.not(Condition.anyOf(
                        Condition.oneOf(Fact.BuiltIn.DRILL, "true"), Condition.oneOf(Fact.BuiltIn.DRILL, "false")))))
                .isEqualTo(Verdict.IMPOSSIBLE);
    }

    @Test
    void a_name_that_reads_false_is_a_name() {
        Fact site = Fact.attribute("site");
        Condition both = Condition.allOf(Condition.has(site), Condition.oneOf(site, "false"));

        assertThat(both.holds(with(Attributes.of("site", AttributeValue.of("false")))))
                .isTrue();
        assertThat(PROOF.example(both)).contains(Map.of("attribute site", "false"));
    }

    @Test
    void what_is_resolved_may_lack_the_time_when_it_was_restored() {
        Condition condition =
                Condition.allOf(Condition.phase(Phase.RESOLVED), Condition.not(Condition.has(Fact.BuiltIn.RESTORED)));
        AdoptedTicket ticket =
                AdoptedTicket.of(Status.RESOLVED, AT).resolvedAt(AT).build();

        assertThat(condition.holds(adopted(ticket))).isTrue();
        assertThat(PROOF.judge(condition)).isEqualTo(Verdict.POSSIBLE);
    }

    @Test
    void a_number_may_be_named_and_bounded_at_once() {
        Fact users = Fact.BuiltIn.AFFECTED_USERS;
        Condition seven = Condition.allOf(
                Condition.oneOf(users, "7"), Condition.between(users, new BigDecimal("5"), BigDecimal.TEN));

        assertThat(PROOF.example(seven)).contains(Map.of("affectedUsers", "7"));
    }

    @Test
    void several_services_may_be_affected_at_once_and_others_too() {
        Condition mail = Condition.oneOf(Fact.BuiltIn.SERVICE, "mail");
        Condition disk = Condition.oneOf(Fact.BuiltIn.SERVICE, "disk");
        Condition has = Condition.has(Fact.BuiltIn.SERVICE);

        assertThat(PROOF.example(Condition.allOf(mail, disk))).contains(Map.of("service", "disk+mail"));
        assertThat(PROOF.judge(Condition.allOf(has, Condition.not(mail), Condition.not(disk))))
                .isEqualTo(Verdict.POSSIBLE);
        assertThat(PROOF.counterExample(mail, has)).isEmpty();
    }

    @Test
    void hundreds_of_services_in_disjoint_rows_are_proved() {
        List<Condition> earlier = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Condition service = Condition.oneOf(Fact.BuiltIn.SERVICE, "svc-" + i);
            assertThat(PROOF.judge(Condition.allOf(service, Condition.not(new Condition.AnyOf(earlier)))))
                    .isEqualTo(Verdict.POSSIBLE);
            earlier.add(service);
        }
        assertThat(PROOF.judge(Condition.allOf(earlier.get(9), Condition.not(new Condition.AnyOf(earlier)))))
                .isEqualTo(Verdict.IMPOSSIBLE);
    }

    @Test
    void a_tangle_is_given_up_and_neither_called_possible_nor_impossible() {
        assertThat(PROOF.judge(pigeons(5))).isEqualTo(Verdict.IMPOSSIBLE);
        assertThat(PROOF.judge(pigeons(14))).isEqualTo(Verdict.NOT_PROVABLE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROOF.example(pigeons(14)))
                .withMessageContaining("is given up after " + ConditionProof.MAX_LOOKS + " looks");
    }
}
