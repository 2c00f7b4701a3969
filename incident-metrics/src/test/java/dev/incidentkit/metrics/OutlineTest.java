package dev.incidentkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.HistoryException;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.ReviewEvent;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.incident.WorkEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** An outline that was read from events says what the folded incident says. */
class OutlineTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final MetricPlan PLAN = MetricPlan.of(Metrics.standard())
            .by(
                    Grouping.by(),
                    Grouping.by(Dimension.PRIORITY),
                    Grouping.by(Dimension.CATEGORY, Dimension.TEAM),
                    Grouping.by(Dimension.SERVICE),
                    Grouping.by(Dimension.STATUS, Dimension.TENANT, Dimension.CHANNEL),
                    Grouping.by(Dimension.category(1), Dimension.linked(RelationKind.PROBLEM)));

    /** More of what an outline tells: links that come and go, what is told anew, and notes. */
    private static IncidentCommand more(Incident incident, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new WorkCommand.Link(new Relation(RelationKind.PROBLEM, "PRB-" + random.nextInt(2)));
            case 1 -> new WorkCommand.Unlink(new Relation(RelationKind.PROBLEM, "PRB-0"));
            case 2 -> new WorkCommand.Note("looked at it", Visibility.INTERNAL);
            case 3 -> new TriageCommand.OverridePriority(new Priority("P1", 0), "board meets", null);
            default -> new WorkCommand.Restore(null);
        };
    }

    @Property(tries = 100)
    void every_fact_is_that_of_the_folded_incident(@ForAll long seed) {
        int read = 0;
        List<List<IncidentEvent>> records = new Histories(ITIL, seed, OutlineTest::more).many(60);
        for (List<IncidentEvent> record : records) {
            Outline outline = OutlineReader.read(record);
            if (outline != null) {
                read++;
                assertThat(outline)
                        .usingRecursiveComparison()
                        .withStrictTypeChecking()
                        .ignoringFields("relations")
                        .isEqualTo(Outline.of(Incident.replay(record)));
                assertThat(outline.relations).isEqualTo(Incident.replay(record).relations());
            }
        }
        assertThat(read).as("records of %s that need no fold", records.size()).isGreaterThan(records.size() / 2);
    }

    @Property(tries = 30)
    void figures_are_the_same_whether_records_are_folded_or_not(@ForAll long seed) {
        MetricFold outlined = MetricFold.of(PLAN);
        MetricFold folded = MetricFold.of(PLAN);
        for (List<IncidentEvent> record : new Histories(ITIL, seed, OutlineTest::more).many(60)) {
            outlined.add(PLAN.view(record, Histories.END));
            folded.add(PLAN.view(Incident.replay(record), Histories.END));
        }
        for (int i = 0; i < PLAN.groupings().size(); i++) {
            assertThat(outlined.figures(i)).isEqualTo(folded.figures(i));
        }
        assertThat(outlined.toBytes()).isEqualTo(folded.toBytes());
    }

    private static List<IncidentEvent> record(Predicate<List<IncidentEvent>> which) {
        return new Histories(ITIL, 3)
                .many(200).stream().filter(which).findFirst().orElseThrow();
    }

    @Test
    void what_cannot_be_a_record_is_refused_as_by_the_fold() {
        List<IncidentEvent> good = record(record -> record.size() > 4
                && record.get(2)
                        .meta()
                        .effectiveAt()
                        .isBefore(record.get(3).meta().effectiveAt()));
        List<IncidentEvent> backwards = new ArrayList<>(good);
        Collections.swap(backwards, 2, 3);
        List<IncidentEvent> twice = new ArrayList<>(good);
        twice.add(1, good.get(0));
        for (List<IncidentEvent> bad :
                List.of(List.<IncidentEvent>of(), backwards, twice, good.subList(1, good.size()))) {
            assertThatThrownBy(() -> PLAN.view(bad, Histories.END))
                    .isInstanceOf(HistoryException.class)
                    .satisfies(thrown ->
                            assertThatThrownBy(() -> Incident.replay(bad)).hasMessage(thrown.getMessage()));
        }
    }

    @Test
    void an_event_that_it_does_not_know_leaves_the_record_to_the_fold() {
        List<IncidentEvent> record =
                record(each -> each.stream().anyMatch(event -> event instanceof ReviewEvent.EffortRecorded));
        assertThat(OutlineReader.read(record)).isNull();
        Case one = PLAN.view(record, Histories.END);
        assertThat(one.incident()).isEqualTo(Incident.replay(record));
        assertThat(one.events()).isEqualTo(record);
    }

    @Test
    void a_case_keeps_the_record_that_it_was_made_of() {
        List<IncidentEvent> record =
                new ArrayList<>(record(each -> OutlineReader.read(each) != null && each.size() > 2));
        Incident before = Incident.replay(record);
        Case one = PLAN.view(record, Histories.END);
        record.add(new WorkEvent.Noted(
                record.get(record.size() - 1).meta(), PersonalText.of("later"), Visibility.INTERNAL));
        assertThat(one.incident()).isEqualTo(before);
        assertThat(one.millis(Milestone.REPORTED))
                .isEqualTo(before.at(Milestone.REPORTED).orElseThrow().toEpochMilli());
    }

    @Test
    void an_exclusion_of_the_hosts_own_stands_beside_those_of_the_library() {
        Exclusion phoned = new Exclusion(
                "by phone", one -> one.channel().orElseThrow().name().equals("PHONE"));
        Metric metric = Metrics.RESOLVE.without("MTT-Resolve, not by phone", phoned);
        MetricPlan plan = MetricPlan.of(List.of(metric));
        MetricFold fold = MetricFold.of(plan);
        long expected = 0;
        for (List<IncidentEvent> record : new Histories(ITIL, 5).many(100)) {
            Incident incident = Incident.replay(record);
            expected += Exclusion.USUAL.stream().noneMatch(each -> each.test().test(incident))
                            && phoned.test().test(incident)
                    ? 1
                    : 0;
            fold.add(plan.view(record, Histories.END));
        }
        assertThat(expected).isPositive();
        assertThat(fold.figures(0).get(0).excluded()).containsEntry("by phone", expected);
    }
}
