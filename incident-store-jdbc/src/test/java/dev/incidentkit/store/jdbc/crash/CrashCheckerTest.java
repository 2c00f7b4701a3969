package dev.incidentkit.store.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.Threshold;
import dev.incidentkit.desk.CommandKey;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.OutboxRunner;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.json.Chain;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.store.StoredRecord;
import dev.incidentkit.store.jdbc.JdbcIncidentStore;
import dev.incidentkit.store.jdbc.Schema;
import dev.incidentkit.store.jdbc.crash.CrashFindings.Fault;
import dev.incidentkit.store.jdbc.crash.Journal.Entry;
import dev.incidentkit.store.jdbc.crash.Journal.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker of the crash test finds each kind of fault, and none where there is none. */
class CrashCheckerTest {
    private static final Actor ANN = Actor.agent("ann");
    private static final IncidentId HOT = CrashCommand.hot(0);
    private static final int SENT = 60;
    private static final int ABSENT = 60;
    private static final int REFUSED = 61;

    private final DataSource source = CrashHost.pool("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final CrashJournals journals = new CrashJournals();
    private final AtomicLong nanos = new AtomicLong();
    private JdbcIncidentStore store;
    private ServiceDesk desk;

    @BeforeEach
    void a_run_without_faults() {
        Schema.install(source);
        store = JdbcIncidentStore.open(source);
        desk = desk(CrashPlan.definition());
        for (int i = 0; i < CrashPlan.HOT; i++) {
            desk.handle(CrashCommand.hot(i), CrashCommand.report("hot"), ANN);
        }
        for (int number = 0; number < SENT; number++) {
            journals.command(0, Entry.of(Kind.INTENT, number));
            send(number);
            if (number % 7 != 6) {
                journals.command(0, Entry.of(Kind.ACCEPTED, number));
            }
        }
        journals.command(0, Entry.of(Kind.INTENT, ABSENT));
        journals.command(0, Entry.of(Kind.REFUSED, REFUSED));
        settle(desk);
    }

    private ServiceDesk desk(ProcessDefinition definition) {
        return ServiceDesk.builder(store, definition)
                .alsoKnows(otherTarget(), CrashPlan.definition())
                .clock(clock::get)
                .notifications(NotificationFilter.standard())
                .build();
    }

    private static ProcessDefinition otherTarget() {
        return ProcessDefinition.builder(ProcessDefinition.itil())
                .name("crash test, a second late")
                .slas(SlaPolicy.of(
                        CrashPlan.POLICY,
                        SlaTarget.of(Measure.RESOLUTION, Map.of("P1", Goal.within(CrashPlan.TARGET.plusSeconds(1))))
                                .addThresholds(Threshold.percent(50))
                                .build()))
                .build();
    }

    private void send(int number) {
        CrashCommand order = CrashCommand.of(0, number);
        desk.handle(order.incident(), order.command(), ANN, new CommandKey(order.name()));
    }

    private void settle(ServiceDesk by) {
        clock.set(clock.get().plus(Duration.ofMinutes(1)));
        new TimerRunner(by).tick();
        new OutboxRunner(by, notification -> journals.delivered(notification.id(), nanos.incrementAndGet())).tick();
    }

    private CrashFindings check() throws SQLException {
        return new CrashChecker(source, desk, journals).check();
    }

    @Test
    void a_run_without_faults_has_none_and_is_counted() throws SQLException {
        CrashFindings findings = check();

        assertThat(findings.faults()).isEmpty();
        assertThat(findings.counts())
                .containsEntry("commands sent", (long) SENT + 2)
                .containsEntry("commands unknown", 9L)
                .containsEntry("commands unknown and present", 8L)
                .containsEntry("commands refused", 1L)
                .containsEntry("incidents", 55L)
                .containsEntry("thresholds recorded", 110L);
        assertThat(findings.counts().get("messages delivered"))
                .isEqualTo(findings.counts().get("messages written"))
                .isGreaterThan(110L);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void each_kind_of_fault_is_found(Fault fault) throws SQLException {
        plant(fault);

        assertThat(check().faults()).containsKey(fault);
    }

    private void plant(Fault fault) throws SQLException {
        switch (fault) {
            case ACCEPTED_BUT_MISSING -> journals.command(0, Entry.of(Kind.ACCEPTED, ABSENT));
            case PRESENT_TWICE -> note(CrashCommand.of(0, 4).incident(), "command 0/4");
            case REFUSED_BUT_PRESENT -> journals.command(0, Entry.of(Kind.REFUSED, 4));
            case NEVER_SENT -> note(HOT, "command 9/9");
            case IN_ANOTHER_INCIDENT -> {
                note(new IncidentId("OWN-0-0"), "command 0/4");
                journals.command(0, Entry.of(Kind.ACCEPTED, 4));
            }
            case CLIENT_SAW_A_FAULT -> journals.command(0, Entry.of(Kind.FAULT, "4 the key was used"));
            case VERSION_GAP -> execute("delete from ik_event where incident = 'HOT-0' and sequence = 2");
            case CHAIN_BROKEN -> execute("update ik_event set hash = x'00' where incident = 'HOT-0' and sequence = 2");
            case DERIVED_DIFFERS -> execute("update ik_incident set title = 'cold' where incident = 'HOT-0'");
            default -> plantAfterwards(fault);
        }
    }

    /** Faults of what follows the commands. */
    private void plantAfterwards(Fault fault) {
        switch (fault) {
            case THRESHOLD_MISSING, MESSAGE_LEFT -> desk.report(CrashCommand.report("late"), ANN);
            case THRESHOLD_TWICE -> repeatThreshold();
            case THRESHOLD_AT_A_WRONG_INSTANT -> {
                ServiceDesk other = desk(otherTarget());
                other.report(CrashCommand.report("late"), ANN);
                settle(other);
            }
            case MESSAGE_MISSING -> journals.undelivered("HOT-0/1");
            case MESSAGE_OF_NOTHING -> journals.delivered("HOT-0/999", nanos.incrementAndGet());
            case MESSAGE_OUT_OF_ORDER -> {
                journals.undelivered("HOT-0/1");
                journals.delivered("HOT-0/1", nanos.incrementAndGet());
            }
            default -> throw new IllegalArgumentException("Nobody plants " + fault);
        }
    }

    private void note(IncidentId incident, String text) {
        desk.handle(incident, new Note(text, Visibility.INTERNAL), ANN);
    }

    /** The last event, a signal, a second time, sealed as if the desk had decided it. */
    private void repeatThreshold() {
        StoredRecord record = store.load(HOT).orElseThrow();
        StoredEvent signal = record.events().get(record.events().size() - 1);
        byte[] hash = Chain.next(signal.hash(), signal.type(), signal.form(), signal.body());
        StoredEvent again = new StoredEvent(
                record.version() + 1,
                signal.type(),
                signal.form(),
                signal.body(),
                hash,
                signal.effectiveAt(),
                signal.recordedAt(),
                List.of());
        store.append(new AppendBuilder()
                .addIncidents(new IncidentAppend(
                        HOT,
                        record.version(),
                        List.of(again),
                        new IncidentSummaryBuilder()
                                .from(store.summary(HOT).orElseThrow())
                                .version(record.version() + 1)
                                .headHash(HexFormat.of().formatHex(hash))
                                .build()))
                .build());
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isEqualTo(1);
        }
    }
}
