package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.Alert;
import dev.incidentkit.core.incident.AlertEvent;
import dev.incidentkit.core.incident.AlertTally;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.process.AlertPolicy;
import dev.incidentkit.core.process.AlertRecovery;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.FlapRule;
import dev.incidentkit.core.process.KeyTemplate;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.StaffingRule;
import dev.incidentkit.core.process.SuppressionRule;
import dev.incidentkit.store.IncidentQuery;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Alerts on their way into incidents. */
class AlertDeskTest {
    static final Actor WATCH = new Actor(ActorKind.BOT, "watch", Set.of());
    private static final String KEY = "watch/ping/zrh-1";

    static ProcessDefinition definition() {
        return ProcessDefinition.builder(DeskFixture.UNTIMED)
                .name("alerts")
                .attribute(AttributeDefinition.of("rack", AttributeType.TEXT))
                .procedures(Procedures.builder()
                        .alerts(AlertPolicy.of(KeyTemplate.STANDARD, Duration.ofHours(1))
                                .recovery(AlertRecovery.RESOLVE)
                                .category(new Category("network"))
                                .service("resource")
                                .addAttributes("rack")
                                .flapping(new FlapRule(4, Duration.ofMinutes(10), Duration.ofMinutes(15)))
                                .addSuppressions(SuppressionRule.always("lab", "resource", "lab-1"))
                                .build())
                        .build())
                .build();
    }

    private final DeskFixture fixture = new DeskFixture(definition());
    private final ServiceDesk desk = fixture.desk;
    private final AlertDesk alerts = new AlertDesk(desk, MaintenancePort.none());

    private Instant now() {
        return fixture.clock.instant();
    }

    private Alert fires() {
        return Alert.firing("watch", "ping", "zrh-1", now(), "Gateway does not answer");
    }

    private Alert clears() {
        return Alert.cleared("watch", "ping", "zrh-1", now(), "Gateway answers");
    }

    private AlertResult take(Alert alert) {
        return alerts.receive(List.of(alert), WATCH).get(0);
    }

    private static IncidentId incident(AlertResult result) {
        assertThat(result.failed()).isNull();
        assertThat(result.incident()).isNotNull();
        return Optional.ofNullable(result.incident()).orElseThrow();
    }

    private Incident load(AlertResult result) {
        return desk.load(incident(result)).orElseThrow();
    }

    private AlertTally tally(AlertResult result) {
        return Optional.ofNullable(load(result).handling().alerts().get(KEY)).orElseThrow();
    }

    @Test
    @Tag("C-122")
    void the_first_alert_of_a_key_opens_an_incident_and_the_others_are_counted_on_it() {
        AlertResult first = take(fires());
        assertThat(first.effect()).isEqualTo(AlertEffect.OPENED);
        assertThat(load(first).title().orElseThrow().text()).isEqualTo("Gateway does not answer");

        for (int i = 0; i < 5; i++) {
            AlertResult next = take(fires());
            assertThat(next.effect()).isEqualTo(AlertEffect.COUNTED);
            assertThat(next.incident()).isEqualTo(first.incident());
        }

        assertThat(tally(first).occurrences()).isEqualTo(6);
        assertThat(new Audit(desk).verify(incident(first)).orElseThrow().isWhole())
                .isTrue();
    }

    /** Alerts that only repeat are counted without deciding anything, unless a condition asks how many there were. */
    @Test
    @Tag("C-71")
    void what_comes_often_enough_calls_somebody_at_that_very_alert() {
        Procedures counting = Procedures.builder(definition().procedures())
                .addStaffing(new StaffingRule(
                        "many alerts",
                        Condition.between(Fact.BuiltIn.OCCURRENCES, BigDecimal.valueOf(4), null),
                        Role.RESOLVER,
                        1,
                        Allowance.of(Duration.ofMinutes(10))))
                .build();
        assertThat(counting.asks(Fact.BuiltIn.OCCURRENCES)).isTrue();
        assertThat(definition().procedures().asks(Fact.BuiltIn.OCCURRENCES)).isFalse();
        ServiceDesk other = ServiceDesk.builder(
                        fixture.store,
                        ProcessDefinition.builder(definition())
                                .procedures(counting)
                                .build())
                .clock(fixture.clock)
                .build();
        AlertDesk others = new AlertDesk(other, MaintenancePort.none());
        IncidentId id = incident(others.receive(List.of(fires()), WATCH).get(0));

        for (int i = 0; i < 2; i++) {
            others.receive(List.of(fires()), WATCH);
        }
        assertThat(other.load(id).orElseThrow().handling().staffing()).isEmpty();
        others.receive(List.of(fires()), WATCH);

        assertThat(other.load(id).orElseThrow().handling().staffing()).containsEntry(Role.RESOLVER, 1);
        assertThat(other.load(id).orElseThrow().facts().number(Fact.BuiltIn.OCCURRENCES))
                .isEqualByComparingTo("4");
    }

    @Test
    @Tag("C-122")
    void what_an_alert_says_becomes_service_and_attributes_of_its_incident() {
        AlertResult result = take(fires().with("rack", "B7").with("noise", "ignored"));

        assertThat(load(result).services()).containsExactly("zrh-1");
        assertThat(load(result).attributes().get("rack")).contains(AttributeValue.of("B7"));
        assertThat(load(result).attributes().has("noise")).isFalse();
        assertThat(load(result).at(Milestone.DETECTED)).contains(now());
        AlertResult ahead =
                take(Alert.firing("watch", "disk", "zrh-1", now().plusSeconds(90), "Disk is full, says a clock ahead"));
        assertThat(load(ahead).at(Milestone.DETECTED)).contains(now());
    }

    @Test
    @Tag("C-71")
    void alerts_that_come_together_make_one_event_for_each_key_and_state() {
        List<Alert> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(fires());
        }
        many.add(Alert.firing("watch", "disk", "zrh-1", now(), "Disk is full"));
        List<AlertResult> results = alerts.receive(many, WATCH);

        assertThat(results)
                .hasSize(101)
                .allSatisfy(result -> assertThat(result.failed()).isNull());
        assertThat(tally(results.get(0)).occurrences()).isEqualTo(100);
        assertThat(desk.events(incident(results.get(0))).stream().filter(AlertEvent.Signalled.class::isInstance))
                .hasSize(1);
        assertThat(results.get(100).incident()).isNotEqualTo(results.get(0).incident());
    }

    @Test
    @Tag("C-71")
    void a_repeat_after_something_else_was_written_is_counted_as_exactly() {
        AlertResult first = take(fires());
        take(fires());
        desk.handle(incident(first), new WorkCommand.Note("Looking", Visibility.INTERNAL), ANN);

        take(fires());
        take(fires());

        assertThat(tally(first).occurrences()).isEqualTo(4);
        assertThat(new Audit(desk).verify(incident(first)).orElseThrow().isWhole())
                .isTrue();
        assertThat(new Housekeeping(desk).rebuild(Housekeeping.Mode.COMPARE)).isEmpty();
    }

    @Test
    @Tag("C-122")
    void a_recovery_resolves_and_a_return_within_the_window_reopens() {
        AlertResult first = take(fires());
        fixture.clock.advance(Duration.ofMinutes(5));
        assertThat(take(clears()).effect()).isEqualTo(AlertEffect.RECOVERED);
        assertThat(load(first).phase()).isEqualTo(Phase.RESOLVED);

        fixture.clock.advance(Duration.ofMinutes(60));
        AlertResult back = take(fires());

        assertThat(back.effect()).isEqualTo(AlertEffect.REOPENED);
        assertThat(back.incident()).isEqualTo(first.incident());
        assertThat(load(first).phase()).isEqualTo(Phase.NEW);
    }

    @Test
    @Tag("C-71")
    void a_return_after_the_window_opens_an_incident_that_follows_the_first() {
        AlertResult first = take(fires());
        take(clears());
        fixture.clock.advance(Duration.ofHours(1).plusMillis(1));

        AlertResult later = take(fires());

        assertThat(later.effect()).isEqualTo(AlertEffect.OPENED);
        assertThat(later.incident()).isNotEqualTo(first.incident());
        assertThat(load(later).relations())
                .contains(
                        new Relation(RelationKind.FOLLOW_UP_OF, incident(first).value()));
        assertThat(take(fires()).incident()).isEqualTo(later.incident());
    }

    @Test
    @Tag("C-71")
    void an_incident_that_ended_takes_no_more_alerts_and_another_one_follows() {
        AlertResult first = take(fires());
        desk.handle(incident(first), new LifecycleCommand.Cancel(CancelReason.WITHDRAWN, null, null), ANN);

        AlertResult next = take(fires());

        assertThat(next.effect()).isEqualTo(AlertEffect.OPENED);
        assertThat(next.incident()).isNotEqualTo(first.incident());
        assertThat(tally(first).occurrences()).isEqualTo(1);
    }

    @Test
    void an_alert_of_something_that_nothing_is_open_for_says_so_when_it_clears() {
        assertThat(take(clears()).effect()).isEqualTo(AlertEffect.NOTHING_OPEN);
        assertThat(desk.store().find(IncidentQuery.all().build()).incidents()).isEmpty();
    }

    @Test
    @Tag("C-71")
    void a_condition_that_flaps_is_told_of_once_and_reopens_nothing() {
        AlertResult first = take(fires());
        List<AlertEffect> effects = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            fixture.clock.advance(Duration.ofSeconds(30));
            effects.add(take(i % 2 == 0 ? clears() : fires()).effect());
        }

        assertThat(effects)
                .containsExactly(
                        AlertEffect.RECOVERED,
                        AlertEffect.REOPENED,
                        AlertEffect.RECOVERED,
                        AlertEffect.FLAPPING,
                        AlertEffect.FLAPPING,
                        AlertEffect.FLAPPING,
                        AlertEffect.FLAPPING,
                        AlertEffect.FLAPPING);
        assertThat(tally(first).changes()).isEqualTo(8);

        fixture.clock.advance(Duration.ofMinutes(16));
        assertThat(new TimerRunner(desk).tick()).isEqualTo(1);
        assertThat(tally(first).flapping()).isFalse();
        assertThat(load(first).phase()).isEqualTo(Phase.NEW);
    }

    @Test
    @Tag("C-156")
    void a_suppressed_alert_is_on_record_as_a_potential_incident_that_nobody_is_told_of() {
        Alert lab = Alert.firing("watch", "ping", "lab-1", now(), "Lab does not answer");
        AlertResult result = take(lab);

        assertThat(result.effect()).isEqualTo(AlertEffect.SUPPRESSED);
        assertThat(load(result).handling().type()).isEqualTo(RecordType.POTENTIAL_INCIDENT);
        take(lab);
        assertThat(load(result).handling().alerts().values())
                .singleElement()
                .satisfies(counted -> assertThat(counted.suppressed()).isEqualTo(2));
        List<Notification> told = new ArrayList<>();
        new OutboxRunner(desk, told::add).tick();
        assertThat(told).isEmpty();
    }

    @Test
    @Tag("C-156")
    void what_still_fires_when_the_maintenance_ends_becomes_an_incident() {
        Instant until = now().plus(Duration.ofHours(2));
        AlertDesk maintained = new AlertDesk(
                desk,
                (alert, at) -> at.isBefore(until)
                        ? Optional.of(new MaintenancePort.Maintenance("CHG-7", until))
                        : Optional.empty());
        AlertResult result = maintained.receive(List.of(fires()), WATCH).get(0);
        assertThat(result.effect()).isEqualTo(AlertEffect.SUPPRESSED);

        fixture.clock.advance(Duration.ofHours(3));
        assertThat(new TimerRunner(desk).tick()).isEqualTo(1);

        assertThat(load(result).handling().type()).isEqualTo(RecordType.INCIDENT);
        List<Notification> told = new ArrayList<>();
        new OutboxRunner(desk, told::add).tick();
        assertThat(told).extracting(Notification::topic).containsExactly("incident.reclassified");
    }

    @Test
    void what_cannot_be_taken_is_told_and_leaves_the_others() {
        AlertDesk strange = new AlertDesk(desk, (alert, at) -> {
            if (alert.resource().equals("broken")) {
                throw new IllegalStateException("the calendar is away");
            }
            return Optional.empty();
        });
        List<AlertResult> results = strange.receive(
                List.of(
                        Alert.firing("watch", "p".repeat(200), "x", now(), "Too long"),
                        fires(),
                        Alert.firing("watch", "ping", "broken", now(), "Port fails")),
                WATCH);

        assertThat(results)
                .extracting(AlertResult::effect)
                .containsExactly(AlertEffect.FAILED, AlertEffect.OPENED, AlertEffect.FAILED);
        assertThat(results.get(0).failed()).hasMessageContaining("ALERT_KEY_INCOMPLETE");
        assertThat(results.get(2).failed()).hasMessageContaining("maintenance port");
    }

    @Test
    void alerts_that_are_sent_again_under_their_key_are_counted_once() {
        CommandKey key = new CommandKey("batch-1");
        List<Alert> batch = List.of(fires(), fires(), Alert.firing("watch", "disk", "zrh-1", now(), "Disk is full"));
        AlertResult first = alerts.receive(batch, WATCH, key).get(0);
        assertThat(alerts.receive(batch, WATCH, new CommandKey("batch-2")))
                .extracting(AlertResult::effect)
                .containsOnly(AlertEffect.COUNTED);

        assertThat(alerts.receive(batch, WATCH, key))
                .extracting(AlertResult::effect)
                .containsOnly(AlertEffect.REPEATED);
        assertThat(alerts.receive(batch, WATCH, new CommandKey("batch-2")))
                .extracting(AlertResult::effect)
                .containsOnly(AlertEffect.REPEATED);

        assertThat(tally(first).occurrences()).isEqualTo(4);
    }

    @Test
    void a_host_that_wants_to_be_told_of_every_repeat_is_told_of_every_repeat() {
        ServiceDesk talkative = ServiceDesk.builder(fixture.store, definition())
                .clock(fixture.clock)
                .notifications((event, after) -> event instanceof AlertEvent.Signalled)
                .build();
        AlertDesk told = new AlertDesk(talkative, MaintenancePort.none());
        for (int i = 0; i < 4; i++) {
            told.receive(List.of(fires()), WATCH);
        }
        List<Notification> messages = new ArrayList<>();
        new OutboxRunner(talkative, messages::add).tick();

        assertThat(messages).hasSize(4);
    }

    @Test
    void a_definition_without_alerts_takes_none() {
        ServiceDesk bare = new DeskFixture().desk;

        assertThatThrownBy(() -> new AlertDesk(bare, MaintenancePort.none()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("says nothing about alerts");
    }
}
