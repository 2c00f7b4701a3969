package dev.incidentkit.metrics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.Satisfier;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {
    private static final BusinessCalendar ALWAYS = BusinessCalendar.roundTheClock();
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final ProcessDefinition DEFINITION = ProcessDefinition.builder(ProcessDefinition.itil())
            .slas(SlaPolicy.of(
                    "desk",
                    SlaTarget.of(
                                    Measure.RESPONSE,
                                    Map.of("P1", Goal.within(HALF_AN_HOUR), "P5", Goal.within(HALF_AN_HOUR)))
                            .satisfier(Satisfier.firstHumanAnswer())
                            .build()))
            .build();

    private static Report report(Impact impact, Urgency urgency) {
        return Report.of("It is down", Reporter.person("Bob"), Channel.PHONE)
                .impact(impact)
                .urgency(urgency)
                .build();
    }

    private static Demand demand(String name, Sampler between, Sampler work) {
        return new Demand(name, between, ALWAYS, report(Impact.HIGH, Urgency.HIGH), "any", work);
    }

    private static Estimate of(Map<String, Estimate> estimates, String name) {
        return Objects.requireNonNull(estimates.get(name), name);
    }

    /** The probability to wait in a queue M/M/c with offered load a (Erlang 1917). */
    private static double erlangC(int servers, double load) {
        double blocking = 1;
        for (int i = 1; i <= servers; i++) {
            blocking = load * blocking / (i + load * blocking);
        }
        return servers * blocking / (servers - load * (1 - blocking));
    }

    @ParameterizedTest(name = "M/M/{0} with a load of {1}")
    @CsvSource({"1,0.5", "2,1.2", "3,2.4"})
    void queues_with_a_known_answer_come_out_right(int servers, double load) {
        Duration work = Duration.ofHours(1);
        Sampler between = Sampler.exponential(Duration.ofMillis(Math.round(work.toMillis() / load)));
        ForecastModel model = new ForecastModel(
                List.of(demand("calls", between, Sampler.exponential(work))),
                List.of(new Staff("desk", servers, Set.of("any"), ALWAYS)),
                START,
                Duration.ofDays(10),
                Duration.ofDays(60));
        ForecastResult result = Forecast.of(DEFINITION, model, 20).run(1917);

        double delayed = erlangC(servers, load);
        double rate = servers - load;
        assertThat(of(result.delayed(), "calls")).matches(estimate -> estimate.covers(delayed), "covers " + delayed);
        double waiting = delayed / rate * work.toMillis();
        assertThat(of(result.waiting(), "calls")).matches(estimate -> estimate.covers(waiting), "covers " + waiting);
        double met = 1 - delayed * Math.exp(-rate * HALF_AN_HOUR.toMillis() / work.toMillis());
        assertThat(of(result.compliance(), "desk/RESPONSE")).matches(estimate -> estimate.covers(met), "covers " + met);
        double busy = load / servers;
        assertThat(of(result.utilisation(), "desk")).matches(estimate -> estimate.covers(busy), "covers " + busy);
        assertThat(of(result.compliance(), "desk/RESPONSE").replications()).isEqualTo(20);
    }

    @Test
    void the_same_seed_gives_the_same_result_and_another_seed_another() {
        ForecastModel model = new ForecastModel(
                List.of(demand(
                        "calls",
                        Sampler.exponential(Duration.ofHours(2)),
                        Sampler.logNormal(Duration.ofMinutes(40), 1.1))),
                List.of(new Staff("desk", 1, Set.of("any"), ALWAYS)),
                START,
                Duration.ZERO,
                Duration.ofDays(20));
        Forecast forecast = Forecast.of(DEFINITION, model, 10);

        assertThat(forecast.run(5)).isEqualTo(forecast.run(5)).isNotEqualTo(forecast.run(6));
        assertThat(forecast.run(5).seed()).isEqualTo(5);
    }

    @Test
    void who_comes_at_night_waits_until_the_staff_is_there() {
        BusinessCalendar office = BusinessCalendar.officeHours(ZoneOffset.UTC);
        ForecastModel model = new ForecastModel(
                List.of(demand(
                        "nights", Sampler.constant(Duration.ofHours(12)), Sampler.constant(Duration.ofMinutes(10)))),
                List.of(new Staff("desk", 1, Set.of("any"), office)),
                START,
                Duration.ZERO,
                Duration.ofHours(49));
        ForecastResult result = Forecast.of(DEFINITION, model, 10).run(1);

        // reported at 20:00, 08:00, 20:00 and 08:00; one each is done by 09:00 and 09:10
        double mean = (13 + 1 + 10.0 / 60 + 13 + 1 + 10.0 / 60) / 4 * 3_600_000;
        assertThat(of(result.waiting(), "nights").mean()).isCloseTo(mean, within(1.0));
        assertThat(result.incidents()).isEqualTo(40);
        assertThat(of(result.compliance(), "desk/RESPONSE").mean()).isZero();
    }

    @Test
    void the_most_severe_is_served_first_and_only_by_those_with_the_skill() {
        Demand severe = demand(
                "severe", Sampler.exponential(Duration.ofMinutes(90)), Sampler.exponential(Duration.ofMinutes(60)));
        Demand mild = new Demand(
                "mild",
                Sampler.exponential(Duration.ofHours(5)),
                ALWAYS,
                report(Impact.LOW, Urgency.LOW),
                "any",
                Sampler.exponential(Duration.ofMinutes(60)));
        Demand rare = new Demand(
                "rare",
                Sampler.exponential(Duration.ofHours(9)),
                ALWAYS,
                report(Impact.HIGH, Urgency.HIGH),
                "database",
                Sampler.measured(60_000, 120_000));
        ForecastModel model = new ForecastModel(
                List.of(severe, mild, rare),
                List.of(new Staff("desk", 1, Set.of("any"), ALWAYS), new Staff("dba", 1, Set.of("database"), ALWAYS)),
                START,
                Duration.ofDays(2),
                Duration.ofDays(40));
        ForecastResult result = Forecast.of(DEFINITION, model, 10).run(2);

        assertThat(of(result.waiting(), "severe").high())
                .isLessThan(of(result.waiting(), "mild").low());
        assertThat(of(result.waiting(), "rare").mean()).isLessThan(120_000);
        assertThat(of(result.utilisation(), "dba").mean()).isLessThan(0.01);
    }

    @Test
    void a_quantile_of_student_is_that_of_the_tables() {
        assertThat(Estimate.student(9)).isCloseTo(2.2622, within(0.0005));
        assertThat(Estimate.student(29)).isCloseTo(2.0452, within(0.0001));
        assertThat(Estimate.of(new double[] {1, Double.NaN, 3}).replications()).isEqualTo(2);
        assertThat(Estimate.of(new double[] {4}).covers(4)).isFalse();
    }

    @Test
    void models_that_cannot_be_simulated_are_refused_with_the_reason() {
        Demand calls = demand("calls", Sampler.constant(HALF_AN_HOUR), Sampler.constant(HALF_AN_HOUR));
        Staff desk = new Staff("desk", 1, Set.of("any"), ALWAYS);
        Staff other = new Staff("other", 1, Set.of("else"), ALWAYS);
        assertThatThrownBy(() -> new ForecastModel(List.of(calls), List.of(other), START, HALF_AN_HOUR, HALF_AN_HOUR))
                .hasMessageContaining("needs skill 'any'");
        assertThatThrownBy(() ->
                        new ForecastModel(List.of(calls, calls), List.of(desk), START, HALF_AN_HOUR, HALF_AN_HOUR))
                .hasMessageContaining("'calls' is there twice");
        assertThatThrownBy(
                        () -> new ForecastModel(List.of(calls), List.of(desk, desk), START, HALF_AN_HOUR, HALF_AN_HOUR))
                .hasMessageContaining("'desk' is there twice");
        assertThatThrownBy(() -> new ForecastModel(List.of(calls), List.of(desk), START, HALF_AN_HOUR, Duration.ZERO))
                .hasMessageContaining("PT0S");
        ForecastModel model = new ForecastModel(List.of(calls), List.of(desk), START, HALF_AN_HOUR, HALF_AN_HOUR);
        assertThatThrownBy(() -> Forecast.of(DEFINITION, model, 9)).hasMessageContaining("9");
        assertThatThrownBy(() -> new Staff("desk", 0, Set.of("any"), ALWAYS)).hasMessageContaining("0");
        assertThatThrownBy(() -> new Demand(" ", calls.between(), ALWAYS, calls.report(), "any", calls.work()))
                .hasMessageContaining("' '");
        assertThatThrownBy(() -> Sampler.exponential(Duration.ZERO)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> Sampler.logNormal(HALF_AN_HOUR, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Sampler.measured(3, -2)).hasMessageContaining("-2");
        assertThat(Sampler.measured(3).draw(new SplittableRandom(1))).isEqualTo(3);
    }
}
