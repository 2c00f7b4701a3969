package dev.incidentkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Urgency;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a compiled table says when it cannot answer, and the ways in and out of it. */
class CompiledTableTest {
    private static final Input<Severity> SEVERITY = Input.scale("severity", Scale.SEVERITY);
    private static final Input<Long> USERS = Input.integer("users", 0, 1000);
    private static final Input<String> CATEGORY = Input.text("category").orMissing();
    private static final Output<String> TEAM = Output.oneOf("team", List.of("A", "B", "C"));

    private record Ticket(Severity severity, long users, String category) {}

    private static RuleTable table(HitPolicy policy) {
        return RuleSchema.named("routing")
                .in(SEVERITY)
                .in(USERS)
                .in(CATEGORY)
                .out(TEAM)
                .hitPolicy(policy)
                .build()
                .builder()
                .rule("R1")
                .when(SEVERITY.atLeast(Severity.SEV2), USERS.moreThan(100L))
                .then("A")
                .rule("R2")
                .when(CATEGORY.startsWith("net/"))
                .then("B")
                .rule("R3")
                .when(CATEGORY.isMissing())
                .then("C")
                .build();
    }

    @Test
    void a_value_of_another_type_is_refused_with_the_types_that_the_column_takes() {
        CompiledTable compiled = table(HitPolicy.FIRST).compile();

        assertThatThrownBy(() -> compiled.newKey().put(Severity.SEV1).put(new BigDecimal("5.0")))
                .isInstanceOf(InputRefusedException.class)
                .hasMessageContaining(
                        "'users', which takes a Long, Integer, Short or Byte, not a value of type BigDecimal");
        assertThatThrownBy(() -> compiled.newKey().put("SEV1"))
                .hasMessageContaining("'severity', which does not take values of type String");
        assertThatThrownBy(() -> compiled.newKey().put(Severity.SEV1).put(1001L))
                .hasMessageContaining("which does not have it");
    }

    @Test
    void a_key_of_the_same_table_compiled_again_is_refused_as_such() {
        Key kept = table(HitPolicy.FIRST).compile().newKey();
        CompiledTable reloaded = table(HitPolicy.FIRST).compile();
        kept.begin().put(Severity.SEV1).put(500).put("db");

        assertThatThrownBy(() -> reloaded.row(kept))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("make a new one after a table is reloaded");
    }

    @Test
    void outputs_whose_sum_would_not_fit_are_refused_when_the_table_is_built() {
        RuleTable.Builder builder = RuleSchema.named("points")
                .in(SEVERITY)
                .out(Output.integer("points"))
                .hitPolicy(HitPolicy.COLLECT_SUM)
                .build()
                .builder()
                .rule("R1")
                .then(Long.MAX_VALUE)
                .rule("R2")
                .when(SEVERITY.is(Severity.SEV1))
                .then(1L);

        assertThatThrownBy(builder::build)
                .isInstanceOf(RuleTableException.class)
                .hasMessageContaining("RULES-105")
                .hasMessageContaining("R2")
                .hasMessageContaining("exceed 64 bits; make it a decimal column");
    }

    @Test
    void noRuleIsAnErrorThatCarriesTheInput() {
        CompiledTable compiled = table(HitPolicy.FIRST).compile();
        Map<String, Object> input = Map.of("severity", Severity.SEV4, "users", 5, "category", "db");
        assertThatThrownBy(() -> compiled.decide(compiled.key(input)))
                .isInstanceOfSatisfying(NoRuleMatchedException.class, e -> {
                    assertThat(e.input())
                            .containsEntry("severity", "SEV4")
                            .containsEntry("users", "5")
                            .containsEntry("category", "\"db\"");
                    assertThat(e.table()).isEqualTo("routing");
                    assertThat(e.hash()).isEqualTo(compiled.hash());
                })
                .hasMessage("Table 'routing' has no rule for {severity=SEV4, users=5, category=\"db\"}");
        assertThatThrownBy(() -> compiled.at(3, 0, 1))
                .isInstanceOf(NoRuleMatchedException.class)
                .hasMessageContaining("users=<= 100, category=any other text");
    }

    @Test
    void aViolatedHitPolicyNamesTheRules() {
        Map<String, Object> input = Map.of("severity", Severity.SEV1, "users", 500, "category", "net/vpn");
        for (HitPolicy policy : List.of(HitPolicy.UNIQUE, HitPolicy.ANY)) {
            CompiledTable compiled = table(policy).compile();
            assertThatThrownBy(() -> compiled.decide(compiled.key(input)))
                    .isInstanceOfSatisfying(
                            HitPolicyViolatedException.class,
                            e -> assertThat(e.rules()).containsExactly("R1", "R2"))
                    .hasMessageContaining(policy.name());
            assertThat(compiled.explain(input).text()).contains("refuses to answer");
        }
    }

    @Test
    void valuesThatAColumnDoesNotHaveAreRefused() {
        CompiledTable compiled = table(HitPolicy.FIRST).compile();
        assertThatThrownBy(() -> compiled.newKey().put((Severity) null))
                .isInstanceOfSatisfying(
                        InputRefusedException.class, e -> assertThat(e.column()).isEqualTo("severity"))
                .hasMessageContaining("which always has a value");
        assertThatThrownBy(() -> compiled.newKey().put(RandomTables.strange())).hasMessageContaining("SEV9");
        assertThatThrownBy(() -> compiled.newKey().put(Severity.SEV1).put(1001)).hasMessageContaining("1001");
        assertThatThrownBy(() -> compiled.newKey().put(Severity.SEV1).put(true)).hasMessageContaining("true");
        assertThatThrownBy(() -> compiled.newKey().put(Severity.SEV1).put(1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> compiled.newKey().put(DayOfWeek.MONDAY)).hasMessageContaining("MONDAY");
        assertThatThrownBy(() -> compiled.newKey().put("SEV1")).hasMessageContaining("SEV1");
        assertThatThrownBy(() -> compiled.newKey().put(1)).hasMessageContaining("1");
        assertThatThrownBy(() -> compiled.ordinal(1, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> compiled.key(Map.of("region", "EU"))).hasMessageContaining("region");
    }

    @Test
    void aKeyMustBeFilledAndOfTheTable() {
        CompiledTable compiled = table(HitPolicy.FIRST).compile();
        Key key = compiled.newKey().put(Severity.SEV1);
        assertThatThrownBy(() -> compiled.decide(key)).hasMessageContaining("1 values were put");
        key.put(1L).put((String) null);
        assertThatThrownBy(() -> key.put(1L)).isInstanceOf(IllegalStateException.class);
        assertThat(compiled.decide(key).rule()).isEqualTo("R3");
        assertThat(key).hasToString("{severity=SEV1, users=<= 100, category=null} [0, 0, 2]");
        CompiledTable other = table(HitPolicy.UNIQUE).compile();
        assertThatThrownBy(() -> other.decide(key)).hasMessageContaining(compiled.hash());
        assertThatThrownBy(() -> compiled.at(0)).hasMessageContaining("1 ordinals");
        assertThatThrownBy(() -> compiled.at(4, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        CompiledTable several = table(HitPolicy.COLLECT).compile();
        assertThatThrownBy(() -> several.at(0, 0, 0)).hasMessageContaining("decideAll");
        assertThatThrownBy(() -> several.decide(
                        several.newKey().put(Severity.SEV1).put(1).put("x")))
                .hasMessageContaining("decideAll");
    }

    @Test
    void aBoundTableDecidesOverAHostsOwnObjects() {
        CompiledTable compiled = table(HitPolicy.FIRST).compile();
        BoundTable<Ticket> fused =
                compiled.bind((t, k) -> k.put(t.severity()).put(t.users()).put(t.category()));
        BoundTable<Ticket> columns = BoundTable.<Ticket>over(compiled)
                .column(USERS, Ticket::users)
                .column(CATEGORY, Ticket::category)
                .column(SEVERITY, Ticket::severity)
                .build();
        Key key = compiled.newKey();
        for (BoundTable<Ticket> bound : List.of(fused, columns)) {
            assertThat(bound.decide(new Ticket(Severity.SEV2, 101, "x")).get(TEAM))
                    .isEqualTo("A");
            assertThat(bound.decide(new Ticket(Severity.SEV3, 101, "net/x"), key)
                            .get(TEAM))
                    .isEqualTo("B");
            assertThat(bound.find(new Ticket(Severity.SEV3, 1, "x"))).isEmpty();
            assertThat(bound.decideAll(new Ticket(Severity.SEV2, 101, "x")).values(TEAM))
                    .containsExactly("A");
            assertThatThrownBy(() -> bound.decide(new Ticket(Severity.SEV3, 7, "x"), key))
                    .hasMessageContaining("users=7");
            assertThat(bound.explain(new Ticket(Severity.SEV2, 101, "x")).decided())
                    .containsExactly("R1");
            assertThat(bound.table().table()).isEqualTo(compiled.table());
        }
        assertThatThrownBy(() -> BoundTable.<Ticket>over(compiled).build()).hasMessageContaining("category");
        assertThatThrownBy(() -> BoundTable.<Ticket>over(compiled).column(Input.flag("vip"), t -> true))
                .hasMessageContaining("vip");
    }

    @Test
    void anObservedCopyTellsWhatItDecides() {
        List<String> seen = new ArrayList<>();
        TableProbe probe = new TableProbe() {
            @Override
            public void hit(RuleTable table, int row) {
                seen.add(table.rules().get(row).id());
            }

            @Override
            public void missed(RuleTable table) {
                seen.add("none");
            }
        };
        CompiledTable plain = table(HitPolicy.FIRST).compile();
        BoundTable<Ticket> observed = plain.<Ticket>bind(
                        (t, k) -> k.put(t.severity()).put(t.users()).put(t.category()))
                .observedBy(probe);
        observed.decide(new Ticket(Severity.SEV1, 500, "net/x"));
        observed.find(new Ticket(Severity.SEV4, 500, "x"));
        CompiledTable several = table(HitPolicy.RULE_ORDER).compile().observedBy(probe);
        assertThat(several.decideAll(
                                several.newKey().put(Severity.SEV1).put(500).put("net/x"))
                        .rules())
                .containsExactly("R1", "R2");
        several.decideAll(several.newKey().put(Severity.SEV4).put(1).put("x"));
        assertThat(plain.observedBy(probe).at(0, 1, 0).rule()).isEqualTo("R1");
        assertThat(seen).containsExactly("R1", "none", "R1", "R2", "none", "R1");
        assertThat(several.backEnd()).isEqualTo(plain.backEnd()).isEqualTo(BackEnd.DENSE);
        assertThat(plain.bytes()).isPositive();
    }

    @Test
    void anExplanationSaysWhyAndWhatCameNearest() {
        CompiledTable compiled = table(HitPolicy.FIRST).compile();
        TableExplanation miss = compiled.explain(Map.of("severity", Severity.SEV1, "users", 100, "category", "db"));
        assertThat(miss.nearestMiss().orElseThrow().rule()).isEqualTo("R1");
        assertThat(miss.text()).isEqualTo("""
                        Table 'routing' for {severity=SEV1, users=100, category="db"}
                        no rule matches
                          R1 does not match: users = 100 is not > 100
                          R2 does not match: category = "db" is not starts with(?, "net/")
                          R3 does not match: category = "db" is not null
                        nearest miss: R1, for users = 100 is not > 100
                        """);
        assertThat(compiled.explain(Map.of("severity", Severity.SEV1, "users", 101, "category", "net/x"))
                        .text())
                .contains("decided by R1", "R2 matches, but does not decide");
    }

    @Test
    void numbersAreToldApartExactlyHoweverTheyCome() {
        Input<BigDecimal> loss = Input.decimal("loss", BigDecimal.ZERO, new BigDecimal("100"));
        CompiledTable compiled = RuleSchema.named("t")
                .in(loss)
                .out(TEAM)
                .build()
                .builder()
                .rule("below")
                .when(loss.lessThan(new BigDecimal("0.1")))
                .then("A")
                .rule("tenth")
                .when(loss.is(new BigDecimal("0.10")))
                .then("B")
                .rule("above")
                .when(loss.moreThan(new BigDecimal("0.1")))
                .then("C")
                .build()
                .compile();
        assertThat(compiled.decide(compiled.newKey().put(0.1)).rule()).isEqualTo("tenth");
        assertThat(compiled.decide(compiled.newKey().put(Math.nextDown(0.1))).rule())
                .isEqualTo("below");
        assertThat(compiled.decide(compiled.newKey().put(Math.nextUp(0.1))).rule())
                .isEqualTo("above");
        assertThat(compiled.decide(compiled.newKey().put(100.0)).rule()).isEqualTo("above");
        assertThat(compiled.decide(compiled.newKey().put(1L)).rule()).isEqualTo("above");
        assertThat(compiled.decide(compiled.newKey().put(new BigDecimal("0.0999999999999999999999")))
                        .rule())
                .isEqualTo("below");
        for (double number : new double[] {-0.1, Math.nextUp(100.0), Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> compiled.newKey().put(number)).isInstanceOf(InputRefusedException.class);
        }
        assertThatThrownBy(() -> compiled.newKey().put(101L)).isInstanceOf(InputRefusedException.class);
    }

    @Test
    void durationsAndInstantsComeInMillisecondsToo() {
        Input<Duration> age = Input.duration("age");
        Input<Instant> at = Input.instant("at");
        Instant noon = Instant.parse("2026-03-27T12:00:00Z");
        CompiledTable compiled = RuleSchema.named("t")
                .in(age)
                .in(at)
                .out(TEAM)
                .hitPolicy(HitPolicy.FIRST)
                .build()
                .builder()
                .rule("R1")
                .when(age.atLeast(Duration.ofHours(4)), at.lessThan(noon))
                .then("A")
                .rule("R2")
                .otherwise("B")
                .build()
                .compile();
        Key key = compiled.newKey();
        assertThat(compiled.decide(key.put(14_400_000L).put(noon.toEpochMilli() - 1))
                        .rule())
                .isEqualTo("R1");
        assertThat(compiled.decide(key.begin().put(14_399_999L).put(0L)).rule()).isEqualTo("R2");
        assertThat(compiled.decide(key.begin().put(Duration.ofHours(5)).put(noon.minus(1, ChronoUnit.MICROS)))
                        .rule())
                .isEqualTo("R1");
        assertThatThrownBy(() -> key.begin().put(Duration.ofHours(-1))).hasMessageContaining("PT-1H");
    }

    @Test
    void aMatrixAnswersByLevelsConstantsAndOrdinals() {
        Matrix<Impact, Urgency, Priority> matrix = Tables.matrix(PriorityMatrix.itil3x3());
        assertThat(matrix.at(Impact.HIGH, Urgency.LOW)).isEqualTo(Priority.P3);
        assertThat(matrix.at(2, 2)).isEqualTo(Priority.P5);
        assertThat(Tables.priorityMatrix(matrix.table())).isEqualTo(PriorityMatrix.itil3x3());
        assertThatThrownBy(() -> matrix.at(new Impact("HUGE", 0), Urgency.LOW)).hasMessageContaining("HUGE");
        assertThatThrownBy(() -> matrix.at(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Tables.priorityMatrix(table(HitPolicy.FIRST))).hasMessageContaining("routing");
        Matrix<DayOfWeek, BackEnd, HitPolicy> enums = Tables.matrix(
                        "days", DayOfWeek.class, BackEnd.class, HitPolicy.class)
                .row(DayOfWeek.MONDAY, HitPolicy.ANY, HitPolicy.FIRST, HitPolicy.UNIQUE)
                .row(DayOfWeek.TUESDAY, HitPolicy.ANY, HitPolicy.FIRST, HitPolicy.UNIQUE)
                .row(DayOfWeek.WEDNESDAY, HitPolicy.ANY, HitPolicy.FIRST, HitPolicy.UNIQUE)
                .row(DayOfWeek.THURSDAY, HitPolicy.ANY, HitPolicy.FIRST, HitPolicy.UNIQUE)
                .row(DayOfWeek.FRIDAY, HitPolicy.ANY, HitPolicy.FIRST, HitPolicy.UNIQUE)
                .row(DayOfWeek.SATURDAY, HitPolicy.ANY, HitPolicy.FIRST, HitPolicy.UNIQUE)
                .row(DayOfWeek.SUNDAY, HitPolicy.ANY, HitPolicy.FIRST, HitPolicy.PRIORITY)
                .build();
        assertThat(enums.at(DayOfWeek.SUNDAY, BackEnd.BOX_TREE)).isEqualTo(HitPolicy.PRIORITY);
        assertThat(enums.table().rule("SUNDAY x BOX_TREE")).isPresent();
    }

    @Test
    void aMatrixWithHolesNamesEachOfThem() {
        assertThatThrownBy(() -> Tables.matrix("m", Scale.IMPACT, Scale.URGENCY, Scale.PRIORITY)
                        .row(Impact.HIGH, Priority.P1)
                        .cell(Impact.LOW, Urgency.LOW, Priority.P1)
                        .cell(Impact.LOW, Urgency.LOW, Priority.P2)
                        .cell(new Impact("HUGE", 0), Urgency.LOW, Priority.P2)
                        .build())
                .hasMessageContaining("row HIGH must have 3 cells")
                .hasMessageContaining("cell LOW x LOW is set twice, to P1 and to P2")
                .hasMessageContaining("HUGE")
                .hasMessageContaining("cell MEDIUM x HIGH is missing");
    }
}
