package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.Histories.History;
import dev.incidentkit.core.definition.Histories.Outcome;
import dev.incidentkit.core.definition.Histories.Step;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationEvent;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** Whether a tick comes in time, late, twice or never: the record is the same but for when it was written. */
class LatenessTest {
    private static final Actor ANN = Actor.agent("ann");
    private static final RecordCommand.Wake WAKE = new RecordCommand.Wake();
    private static final List<String> ITEMS =
            List.of("SERVICE_VERIFIED", "TEMPORARY_FIXES_SETTLED", "CONFIGURATION_DATA_UPDATED");

    @Provide
    Arbitrary<History> histories() {
        return Histories.withoutAnswers();
    }

    @Property
    void ticks_in_time_late_doubled_or_missing_lead_to_the_same_record(
            @ForAll("histories") History history, @ForAll Random random) {
        Instant end =
                history.steps().get(history.steps().size() - 1).context().at().plus(Duration.ofDays(20));
        Run never = new Run(history);
        Run inTime = new Run(history);
        Run late = new Run(history);
        for (Step step : history.steps()) {
            Instant at = step.context().at();
            inTime.wakeWheneverDue(at);
            late.wakeAtRandom(at, random);
            never.take(step);
            inTime.take(step);
            late.take(step);
        }
        inTime.wakeWheneverDue(end);
        late.wakeAtRandom(end, random);
        for (Run run : List.of(never, inTime, late)) {
            run.wake(end);
        }

        assertThat(inTime.story()).isEqualTo(never.story());
        assertThat(late.story()).isEqualTo(never.story());
        never.events.forEach(
                event -> Statistics.label("cause").collect(event.meta().cause().trigger()));
        never.events.stream()
                .filter(SlaEvent.class::isInstance)
                .forEach(event ->
                        Statistics.label("signal").collect(event.getClass().getSimpleName()));
        Statistics.label("blocked, then closed").collect(never.closedAfterBlocked());
        Statistics.label("cause")
                .coverage(coverage -> List.of(
                                "sla", "resume-date", "override-expiry", "follow-up", "automatic-closure", "deadline")
                        .forEach(cause -> coverage.check(cause).count(count -> count > 0)));
        Statistics.label("signal")
                .coverage(coverage -> List.of(
                                "AtRisk", "Breached", "Overran", "BreachWithdrawn", "Missed", "NoticeGiven")
                        // the rarest comes up once in a thousand
                        .forEach(signal -> coverage.check(signal).count((count, all) -> count > 0 || all < 10_000)));
        Statistics.label("blocked, then closed")
                .coverage(coverage -> coverage.check(true).count(count -> count > 0));
    }

    /** One way through a history. */
    private static final class Run {
        private final ProcessDefinition definition;
        private final List<IncidentEvent> events;
        private Incident incident;
        private Instant latest = Histories.START;

        Run(History history) {
            definition = history.definition();
            events = new ArrayList<>(history.beginning());
            incident = Incident.replay(events);
        }

        /** Clocks do not go backwards here: a tick that was taken by a clock ahead of the next command's is no late one. */
        void take(Step step) {
            CommandContext context = step.context();
            decide(
                    step.command(),
                    new CommandContext(context.actor(), Times.later(latest, context.at()), context.answers()));
        }

        void wake(Instant at) {
            decide(WAKE, CommandContext.of(Actor.SYSTEM, at));
        }

        private void decide(IncidentCommand command, CommandContext context) {
            latest = Times.later(latest, context.at());
            Outcome outcome = Histories.outcome(definition, incident, command, context);
            // what was due is written by the tick that a refused command leaves behind
            List<IncidentEvent> more = outcome.unmet().isEmpty()
                    ? outcome.events()
                    : definition.decide(incident, WAKE, CommandContext.of(Actor.SYSTEM, context.at()));
            add(more);
            Histories.endsOfCascades(incident)
                    .forEach(end -> add(definition.decide(incident, end, CommandContext.of(Actor.SYSTEM, latest))));
        }

        private void add(List<IncidentEvent> more) {
            events.addAll(more);
            incident = incident.applyAll(more);
        }

        void wakeWheneverDue(Instant until) {
            Instant asOf = latest;
            while (true) {
                Optional<Instant> due = definition.nextDue(incident, asOf);
                if (due.isEmpty() || due.get().isAfter(until)) {
                    return;
                }
                asOf = Times.later(asOf, due.get());
                wake(asOf);
            }
        }

        void wakeAtRandom(Instant until, Random random) {
            long span = Duration.between(latest, until).toMillis();
            if (span <= 0) {
                return;
            }
            Instant from = latest;
            random.longs(random.nextInt(4), 0, span + 1).sorted().forEach(offset -> {
                wake(from.plusMillis(offset));
                wake(from.plusMillis(offset));
            });
        }

        /**
         * The events as if each had been recorded when it took effect. That a cascade has ended is told by whoever ends
         * it: where a tick asked for it, when that tick was taken.
         */
        List<String> story() {
            List<String> story = new ArrayList<>();
            for (IncidentEvent event : events) {
                if (event instanceof RelationEvent.CascadeEnded) {
                    continue;
                }
                EventMeta meta = event.meta();
                story.add(event.toString().replace("recordedAt=" + meta.recordedAt(), "recorded"));
            }
            return story;
        }

        boolean closedAfterBlocked() {
            return events.stream().anyMatch(LifecycleEvent.ClosureBlocked.class::isInstance)
                    && incident.phase() == Phase.CLOSED;
        }
    }

    private final ProcessDefinition definition = ProcessDefinition.builder(ProcessDefinition.itil())
            .name("a week to object")
            .closure(ClosureRule.after(Duration.ofDays(7)))
            .build();
    private Incident incident = Incident.replay(definition.begin(
            new IncidentId("INC-1"),
            TenantId.DEFAULT,
            Report.of("outage", Reporter.person("cleo"), Channel.PHONE)
                    .attributes(Attributes.none())
                    .build(),
            CommandContext.of(ANN, Histories.START)));

    private List<IncidentEvent> take(IncidentCommand command, Instant at) {
        return take(command, new CommandContext(ANN, at, Map.of()));
    }

    private List<IncidentEvent> take(IncidentCommand command, CommandContext context) {
        List<IncidentEvent> events = definition.decide(incident, command, context);
        incident = incident.applyAll(events);
        return events;
    }

    private static Instant day(double days) {
        return Histories.START.plusSeconds((long) (days * 86_400));
    }

    private void resolve() {
        take(LifecycleCommand.Resolve.permanently(new Category("mail"), "FIXED", "restarted"), day(0));
    }

    @Test
    void a_resume_date_ends_the_hold_at_its_instant_however_late_it_is_seen() {
        take(new LifecycleCommand.Start(Owner.group("mail")), day(0));
        take(new LifecycleCommand.Hold(HoldReason.SCHEDULED, null, day(2)), day(1));

        assertThat(definition.nextDue(incident, day(1))).contains(day(2));
        List<IncidentEvent> events = take(new WorkCommand.Restore(null), day(5));

        assertThat(events).hasSize(2);
        assertThat(events.get(0)).isInstanceOf(LifecycleEvent.Resumed.class);
        assertThat(events.get(0).meta().effectiveAt()).isEqualTo(day(2));
        assertThat(events.get(0).meta().recordedAt()).isEqualTo(day(5));
        assertThat(incident.holds().get(0).to()).isEqualTo(day(2));
        assertThat(incident.status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void an_override_ends_at_its_expiry_and_the_derived_priority_returns() {
        take(TriageCommand.Triage.of(Impact.LOW, Urgency.LOW), day(0));
        take(new TriageCommand.OverridePriority(Priority.P1, "the board asks", day(3)), day(1));
        assertThat(incident.priority()).contains(Priority.P1);

        List<IncidentEvent> events = take(WAKE, day(9));

        assertThat(events).singleElement().isInstanceOf(TriageEvent.OverrideEnded.class);
        assertThat(events.get(0).meta().effectiveAt()).isEqualTo(day(3));
        assertThat(incident.priority()).contains(Priority.P5);
        assertThat(incident.overrides()).singleElement().satisfies(override -> {
            assertThat(override.base()).isEqualTo(Priority.P5);
            assertThat(override.value()).isEqualTo(Priority.P1);
            assertThat(override.reason()).isEqualTo("the board asks");
            assertThat(override.by()).isEqualTo("ann");
            assertThat(override.since()).isEqualTo(day(1));
            assertThat(override.until()).isEqualTo(day(3));
        });
    }

    @Test
    void a_blocked_closure_is_told_once_and_tried_again_each_day_in_silence() {
        resolve();
        List<IncidentEvent> blocked = take(WAKE, day(7));

        assertThat(blocked)
                .singleElement()
                .isInstanceOfSatisfying(
                        LifecycleEvent.ClosureBlocked.class,
                        event -> assertThat(event.lacking())
                                .extracting(unmet -> unmet.field())
                                .containsExactlyElementsOf(ITEMS));
        assertThat(definition.nextDue(incident, day(7))).contains(day(8));
        assertThat(take(WAKE, day(8))).isEmpty();
        assertThat(definition.nextDue(incident, day(8))).contains(day(9));

        ITEMS.forEach(item -> take(new WorkCommand.AnswerChecklist(item, true, null), day(9.5)));
        List<IncidentEvent> closed = take(WAKE, day(12));

        assertThat(closed).singleElement().isInstanceOf(LifecycleEvent.Closed.class);
        assertThat(closed.get(0).meta().effectiveAt()).isEqualTo(day(10));
        assertThat(definition.nextDue(incident, day(12))).isEmpty();
    }

    @Test
    void what_ports_answer_today_closes_today_and_not_on_an_earlier_day() {
        resolve();
        take(new WorkCommand.Link(new Relation(RelationKind.CHILD, "INC-2")), day(1));
        ITEMS.forEach(item -> take(new WorkCommand.AnswerChecklist(item, true, null), day(1)));
        take(WAKE, new CommandContext(ANN, day(7), Map.of("open-children", "1")));
        assertThat(take(WAKE, new CommandContext(ANN, day(8), Map.of("open-children", "1"))))
                .isEmpty();

        List<IncidentEvent> closed = take(WAKE, new CommandContext(ANN, day(20.2), Map.of("open-children", "0")));

        assertThat(closed).singleElement().isInstanceOf(LifecycleEvent.Closed.class);
        assertThat(closed.get(0).meta().effectiveAt()).isEqualTo(day(20));
        assertThat(closed.get(0).meta().cause().answers()).containsEntry("open-children", "0");
    }

    @Test
    void a_due_closure_precedes_a_late_reopening() {
        resolve();
        ITEMS.forEach(item -> take(new WorkCommand.AnswerChecklist(item, true, null), day(1)));

        assertThat(definition.check(incident, new LifecycleCommand.Reopen("again"), CommandContext.of(ANN, day(6))))
                .isEmpty();
        assertThat(definition.check(incident, new LifecycleCommand.Reopen("again"), CommandContext.of(ANN, day(7))))
                .singleElement()
                .satisfies(unmet -> assertThat(unmet.message()).contains("while the incident is CLOSED"));
    }

    @Test
    void a_clock_that_went_backwards_is_tolerated_and_an_expiry_lies_after_what_is_on_the_record() {
        take(new WorkCommand.Note("noon", Visibility.INTERNAL), day(2));
        CommandContext back = CommandContext.of(ANN, day(1));

        assertThat(definition.check(incident, new TriageCommand.OverridePriority(Priority.P1, "so", day(1.5)), back))
                .singleElement()
                .satisfies(unmet -> assertThat(unmet.code()).isEqualTo("TIME_NOT_IN_FUTURE"));
        List<IncidentEvent> events = take(new TriageCommand.OverridePriority(Priority.P1, "so", day(2.5)), back);

        assertThat(events.get(0).meta().effectiveAt()).isEqualTo(day(2));
    }

    @Test
    void what_is_due_for_an_incident_of_another_definition_is_left_to_that_one() {
        resolve();
        ProcessDefinition other =
                ProcessDefinition.builder(definition).name("other").build();

        assertThat(other.nextDue(incident, day(0))).isEmpty();
        List<IncidentEvent> events = other.decide(
                incident, new RecordCommand.Migrate(other.hash(), Map.of()), CommandContext.of(ANN, day(30)));

        assertThat(events).hasSize(1);
        assertThat(other.nextDue(incident.applyAll(events), day(30))).contains(day(7));
    }

    @Test
    void the_default_closes_on_the_fifth_next_working_day_at_the_same_local_time_or_the_opening_after_it() {
        ClosureRule rule = ProcessDefinition.itil().closure();

        assertThat(rule.due(Instant.parse("2026-03-25T14:30:00Z"))).contains(Instant.parse("2026-04-01T14:30:00Z"));
        assertThat(rule.due(Instant.parse("2026-03-27T08:00:00Z"))).contains(Instant.parse("2026-04-03T09:00:00Z"));
        assertThat(rule.due(Instant.parse("2026-03-28T20:00:00Z"))).contains(Instant.parse("2026-04-06T09:00:00Z"));
    }
}
