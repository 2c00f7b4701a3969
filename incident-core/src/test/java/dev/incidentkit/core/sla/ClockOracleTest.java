package dev.incidentkit.core.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.calendar.RandomHours;
import dev.incidentkit.core.sla.OracleSignals.Fired;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * Clocks agree with clocks that are walked minute by minute, under every convention and over every change of the clocks
 * of the zones. In full 10,000 pairs of calendars are drawn with ten histories each, which is 100,000 tries; in the short
 * form fewer pairs with four each, and with one where faults are planted, since then it runs once for many of them. What
 * was drawn is printed, and what must be drawn and never was fails the run.
 */
class ClockOracleTest {
    private static final int PERCENT = Integer.getInteger("incidentkit.tries.percent", 10);
    private static final int STORIES = PERCENT >= 100 ? 10 : PERCENT >= 10 ? 4 : 1;
    private static final long MINUTE = OracleTarget.MINUTE;
    private static final long END = (DrawnClocks.MINUTES - 1) * MINUTE;

    /** What a seed draws. */
    record Draw(long seed) {}

    @Provide
    Arbitrary<Draw> draws() {
        return Arbitraries.randomValue(random -> new Draw(random.nextLong()));
    }

    @Property
    void clocks_agree_with_clocks_walked_minute_by_minute(@ForAll("draws") Draw draw) {
        Random random = new Random(draw.seed());
        List<String> kinds = new ArrayList<>();
        for (DrawnClocks drawn : DrawnClocks.draw(random, STORIES, kinds::add)) {
            drawn.targets.forEach(ClockOracleTest::tell);
            drawn.story.forEach(happening -> Statistics.label("act").collect(happening.act()));
            new Trial(drawn).run(random);
        }
        kinds.forEach(kind -> Statistics.label("hours").collect(kind));
        mustHaveDrawn();
    }

    private static void tell(OracleTarget drawn) {
        ClockRules rules = drawn.rules();
        List.of(
                        rules.start(),
                        rules.upgrade(),
                        rules.earlierBreach(),
                        rules.reopen(),
                        rules.transfer(),
                        rules.attachedBreach(),
                        rules.notices(),
                        rules.detach(),
                        rules.end(),
                        rules.recurrence(),
                        drawn.target().zoneSource())
                .forEach(value -> Statistics.label("convention")
                        .collect(value.getDeclaringClass().getSimpleName() + " " + value));
        drawn.target()
                .goals()
                .values()
                .forEach(goal -> Statistics.label("limit").collect(kind(goal.limit())));
    }

    private static String kind(Limit limit) {
        return limit.getClass().getSimpleName();
    }

    private static void mustHaveDrawn() {
        if (RandomHours.DRAWS_FEW) {
            return;
        }
        check("act", List.of(Happening.Act.values()));
        check("state", List.of(ClockState.values()));
        check("signal", Stream.of(SignalKind.values()).map(SignalKind::name).toList());
        check("hours", RandomHours.KINDS);
        check("limit", List.of("Within", "DueDate", "WorkingDays", "EndOfNextWorkingDay", "NextWorkingDayAt"));
        List<Enum<?>> conventions = new ArrayList<>();
        conventions.addAll(List.of(StartBasis.values()));
        conventions.addAll(List.of(RetargetRule.values()));
        conventions.addAll(List.of(EarlierBreach.values()));
        conventions.addAll(List.of(ReopenRule.values()));
        conventions.addAll(List.of(TransferRule.values()));
        conventions.addAll(List.of(AttachedBreach.values()));
        conventions.addAll(List.of(NoticeTime.values()));
        conventions.addAll(List.of(DetachRule.values()));
        conventions.addAll(List.of(ResolutionEnd.values()));
        conventions.addAll(List.of(Recurrence.values()));
        conventions.addAll(List.of(ZoneSource.values()));
        check(
                "convention",
                conventions.stream()
                        .map(value -> value.getDeclaringClass().getSimpleName() + " " + value)
                        .toList());
    }

    private static void check(String label, List<?> values) {
        Statistics.label(label)
                .coverage(coverage ->
                        values.forEach(value -> coverage.check(value).count(count -> count > 0)));
    }

    /** One story, and all that is compared. */
    private static final class Trial {
        private final DrawnClocks drawn;

        Trial(DrawnClocks drawn) {
            this.drawn = drawn;
        }

        void run(Random random) {
            List<ClockOracle> walked = drawn.targets.stream()
                    .map(target -> drawn.oracle(target, END))
                    .toList();
            boolean known = walked.stream().noneMatch(oracle -> oracle.beyond);
            Statistics.label("points within the range").collect(known);
            if (!known) {
                return;
            }
            drawn.keep(random);
            for (ClockOracle whole : walked) {
                assertSignals(whole);
                for (int i = 0; i < 3; i++) {
                    assertStandings(whole.target, moment(whole, random));
                }
            }
        }

        private void assertSignals(ClockOracle whole) {
            long last = drawn.story.get(drawn.story.size() - 1).minute() * MINUTE;
            List<String> expected = new ArrayList<>();
            List<String> toCome = new ArrayList<>();
            for (Fired fired : whole.signals.fired) {
                (fired.at() <= last ? expected : toCome).add(text(fired));
                Statistics.label("signal")
                        .collect(fired.what().substring(0, fired.what().indexOf(' ')));
            }
            assertThat(texts(whole, drawn.signals))
                    .as("signals of %s %s", whole.target, drawn.story)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertNext(whole, toCome);
        }

        private List<String> texts(ClockOracle whole, List<SlaSignal> some) {
            String name = whole.target.target().name();
            return some.stream()
                    .filter(signal -> signal.clock().target().equals(name))
                    .map(this::text)
                    .toList();
        }

        /** What comes next if nothing else happens. */
        private void assertNext(ClockOracle whole, List<String> expected) {
            List<SlaSignal> later = drawn.clock.advanceTo(drawn.record, drawn.instant(END));
            assertThat(texts(whole, later))
                    .as("signals to come of %s %s", whole.target, drawn.story)
                    .containsExactlyInAnyOrderElementsOf(expected);
            Optional<Instant> next = drawn.clock.nextDue(drawn.record);
            if (later.isEmpty()) {
                assertThat(next.orElse(Instant.MAX)).isAfter(drawn.instant(END));
            } else {
                assertThat(next).contains(later.get(0).at());
            }
        }

        private String text(Fired fired) {
            String due = fired.due() == OracleCycle.BEYOND ? "beyond" : String.valueOf(fired.due());
            return fired.what() + " at " + fired.at()
                    + (fired.due() == OracleCycle.NONE ? "" : " due " + due + " " + fired.notice());
        }

        private String text(SlaSignal signal) {
            long due = drawn.millis(signal.dueAt());
            boolean unsaid = signal.kind() == SignalKind.WITHDRAWAL || signal.kind() == SignalKind.NOTICE;
            return signal.kind() + " " + signal.threshold() + " of "
                    + signal.clock().cycle() + " at "
                    + drawn.millis(signal.at())
                    + (unsaid
                            ? ""
                            : " due " + (due > DrawnClocks.MINUTES * MINUTE ? "beyond" : due) + " " + signal.notice());
        }

        /** Any instant; often one at which a target is due or breached. */
        private long moment(ClockOracle whole, Random random) {
            long any = (long) (random.nextDouble() * END);
            if (whole.cycles.isEmpty() || random.nextInt(3) == 0) {
                return random.nextBoolean() ? any : any / MINUTE * MINUTE;
            }
            OracleCycle cycle = whole.cycles.get(random.nextInt(whole.cycles.size()));
            long near = cycle.isBreached() ? cycle.breachedAt - random.nextInt(2) : cycle.end;
            return near < 0 || near >= END ? any : near;
        }

        private void assertStandings(OracleTarget target, long at) {
            ClockOracle oracle = drawn.oracle(target, at);
            List<String> expected = new ArrayList<>();
            oracle.cycles.forEach(cycle -> expected.add(OracleStandings.of(oracle, cycle)));
            if (oracle.cycles.isEmpty() && oracle.pending) {
                expected.add("1 PENDING");
            }
            List<String> actual = new ArrayList<>();
            for (SlaStanding standing : drawn.clock.standings(drawn.record, drawn.instant(at))) {
                if (standing.clock().target().equals(target.target().name())) {
                    Statistics.label("state").collect(standing.state());
                    actual.add(OracleStandings.of(standing, drawn));
                }
            }
            assertThat(actual)
                    .as("standings at %s of %s %s", at, target, drawn.story)
                    .isEqualTo(expected);
        }
    }
}
