package dev.incidentkit.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.cases.TableCases;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class IncidentArbitrariesTest {
    private static final RuleSchema SCHEMA = RuleSchema.named("drawn")
            .in(Samples.SEVERITY)
            .in(Samples.CATEGORY)
            .in(Samples.AGE)
            .out(Samples.TEAM)
            .hitPolicy(HitPolicy.FIRST)
            .build();

    @Provide
    Arbitrary<Incident> incidents() {
        return IncidentArbitraries.incidents(ProcessDefinition.itil());
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        return IncidentArbitraries.calendars();
    }

    @Provide
    Arbitrary<RuleTable> tables() {
        return IncidentArbitraries.tables(SCHEMA);
    }

    @Property
    void incidents_come_in_every_phase(@ForAll("incidents") Incident incident) {
        Statistics.collect(incident.phase());
        Statistics.coverage(coverage -> EnumSet.allOf(Phase.class)
                .forEach(phase -> coverage.check(phase).count(count -> count > 0)));

        assertThat(incident.version()).isPositive();
    }

    @Property
    void calendars_give_what_they_count(@ForAll("calendars") BusinessCalendar calendar) {
        Instant start = Instant.parse("2026-03-27T10:00:00Z");

        assertThat(calendar.between(start, calendar.after(start, Duration.ofHours(30))))
                .isEqualTo(Duration.ofHours(30));
    }

    @Property
    void inputs_made_of_a_table_are_decided_as_it_is_written(@ForAll("tables") RuleTable table) {
        Set<String> ids =
                Set.copyOf(table.rules().stream().map(rule -> rule.id()).toList());

        assertThat(TableCases.of(table)).isNotEmpty().allSatisfy(input -> {
            assertThat(ids).containsAll(input.decided());
            assertThat(table.matching(input.values()).isEmpty())
                    .isEqualTo(input.decided().isEmpty());
        });
    }

    @Example
    void an_outcome_whose_values_cannot_be_listed_is_refused() {
        RuleSchema open = RuleSchema.named("open")
                .in(Samples.SEVERITY)
                .out(Output.duration("time"))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> IncidentArbitraries.tables(open))
                .withMessageContaining("'time' cannot be listed");
    }

    @Property(tries = 50)
    void a_history_tells_its_course(@ForAll("histories") DrawnHistory history) {
        assertThat(history.toString()).contains("report");
        assertThat(history.incident().version()).isEqualTo(history.events().size());
        assertThat(history.end()).isAfterOrEqualTo(history.steps().get(0).at());
    }

    @Provide
    Arbitrary<DrawnHistory> histories() {
        return IncidentArbitraries.histories(ProcessDefinition.itil());
    }
}
