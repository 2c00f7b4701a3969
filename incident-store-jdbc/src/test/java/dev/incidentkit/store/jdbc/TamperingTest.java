package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.desk.Anchor;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.json.CodecException;
import dev.incidentkit.json.ExportVerifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every change of a row of a record is found, whatever it is and wherever, the last event included. */
class TamperingTest {
    private static final Actor ANN = Actor.agent("ann");
    private static final int TRIES = 5_000;

    /** Does something to the rows, and tells the first event that is not as it was sealed. */
    @FunctionalInterface
    private interface Deed {
        long by(Tamper tamper) throws SQLException;
    }

    private enum Tampering {
        CHANGE_BODY(tamper -> tamper.flip("body")),
        CHANGE_HASH(tamper -> tamper.flip("hash")),
        CHANGE_TYPE(tamper -> tamper.set("type = 'incident.noted2'")),
        CHANGE_FORM(tamper -> tamper.set("form = form + 1")),
        CHANGE_EFFECTIVE(tamper -> tamper.set("effective_at = effective_at + 1")),
        CHANGE_RECORDED(tamper -> tamper.set("recorded_at = recorded_at - 1")),
        CHANGE_PERSONAL(Tamper::changePersonalText),
        CHANGE_SALT(Tamper::changeSalt),
        RENAME_PERSONAL(Tamper::renamePersonal),
        REMOVE_PERSONAL(Tamper::removePersonal),
        ADD_PERSONAL(Tamper::addPersonal),
        REMOVE(Tamper::remove),
        REMOVE_AND_CLOSE_THE_GAP(Tamper::removeAndCloseTheGap),
        CUT_THE_TAIL(Tamper::cut),
        SWAP(Tamper::swap),
        INSERT(Tamper::insertCopy),
        INSERT_BEFORE(Tamper::insertBefore),
        APPEND_SEALED(Tamper::appendSealed),
        TAKE_ANOTHER_RECORD(Tamper::moveFromAnother),
        CHANGE_HEAD(Tamper::setHead),
        CHANGE_VERSION(Tamper::setVersion);

        private final Deed deed;

        Tampering(Deed deed) {
            this.deed = deed;
        }
    }

    private static List<IncidentId> histories(ServiceDesk desk, Random random) {
        List<IncidentId> incidents = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            IncidentId id = desk.report(
                            Report.of("VPN " + i, Reporter.person("Bob"), Channel.PHONE)
                                    .build(),
                            Actor.human("bob", Role.CALLER))
                    .incident();
            desk.handle(id, new Start(Owner.group("network")), ANN);
            for (int note = random.nextInt(6) + 2; note > 0; note--) {
                desk.handle(id, new Note("note " + random.nextInt(), Visibility.INTERNAL), ANN);
            }
            desk.handle(id, Hold.on(HoldReason.VENDOR), ANN);
            incidents.add(id);
        }
        return incidents;
    }

    /** H2 runs the stated share of the tries, the servers a fifth of that. */
    private static int tries(TestDatabase database) {
        int share = TRIES * Integer.getInteger("incidentkit.tries.percent", 10) / 100;
        return database == TestDatabase.H2_MEMORY ? share : share / 5;
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "POSTGRESQL", "MARIADB"})
    void every_tampering_with_a_row_is_found_at_its_event(TestDatabase database) throws SQLException {
        database.clean();
        DataSource source = database.source();
        Random random = new Random(4_711);
        List<IncidentId> incidents = histories(desk(JdbcIncidentStore.open(source)), random);
        Map<Tampering, Integer> counts = new EnumMap<>(Tampering.class);
        Map<Tampering, Integer> last = new EnumMap<>(Tampering.class);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Audit audit = new Audit(desk(JdbcIncidentStore.open(source, () -> connection)));
            assertThat(audit.verifyAll()).isEmpty();
            for (int i = 0; i < tries(database); i++) {
                Tampering tampering = Tampering.values()[i % Tampering.values().length];
                int victim = random.nextInt(incidents.size());
                IncidentId other = incidents.get((victim + 1) % incidents.size());
                Tamper tamper = new Tamper(connection, random, incidents.get(victim), other);
                isFound(audit, tampering, tamper, incidents.get(victim));
                counts.merge(tampering, 1, Integer::sum);
                last.merge(tampering, tamper.at == tamper.events ? 1 : 0, Integer::sum);
                connection.rollback();
            }
            assertThat(audit.verifyAll()).isEmpty();
            connection.setAutoCommit(true);
        }
        System.out.println(database + ": tampering found " + counts + ", of these with the last event " + last);

        assertThat(counts).hasSize(Tampering.values().length);
        assertThat(last.values().stream().mapToInt(count -> count).sum()).isPositive();
        database.clean();
    }

    /** The export says the same, but for what only the summary knows. */
    private static void isFound(Audit audit, Tampering tampering, Tamper tamper, IncidentId victim)
            throws SQLException {
        long expected = tampering.deed.by(tamper);
        List<Audit.Verdict> broken = audit.verifyAll();

        assertThat(broken)
                .as("%s at %d of %d", tampering, tamper.at, tamper.events)
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.incident()).isEqualTo(victim);
                    assertThat(verdict.brokenAt()).as(verdict.message()).isEqualTo(expected);
                });
        if (tampering == Tampering.INSERT_BEFORE) {
            return; // nothing can be exported of what is said to be elsewhere
        }
        boolean ofSummary = broken.get(0).message().contains("summary");
        assertThat(exportIsWhole(audit, victim))
                .as("the export, after %s", tampering)
                .isEqualTo(ofSummary);
    }

    /** Bytes that are no text any more are not exported at all. */
    private static boolean exportIsWhole(Audit audit, IncidentId victim) {
        try {
            return new ExportVerifier().verify(audit.export(victim).stream()).isWhole();
        } catch (CodecException e) {
            return false;
        }
    }

    private static ServiceDesk desk(JdbcIncidentStore store) {
        return ServiceDesk.builder(store, ProcessDefinition.itil()).build();
    }

    /** Somebody changes rows so that they fit each other. */
    @FunctionalInterface
    private interface Forgery {
        void by(Tamper tamper) throws SQLException;
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "POSTGRESQL", "MARIADB"})
    void what_fits_within_the_store_shows_against_an_anchor_alone(TestDatabase database) throws SQLException {
        database.clean();
        DataSource source = database.source();
        Random random = new Random(7);
        List<IncidentId> incidents = histories(desk(JdbcIncidentStore.open(source)), random);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Audit audit = new Audit(desk(JdbcIncidentStore.open(source, () -> connection)));
            Anchor anchor = audit.anchor(Instant.now());
            for (Forgery forgery : List.<Forgery>of(Tamper::cutWithSummary, Tamper::rewrite, Tamper::vanish)) {
                assertThat(audit.matches(anchor)).isTrue();
                forgery.by(new Tamper(connection, random, incidents.get(3), incidents.get(4)));

                assertThat(audit.verifyAll())
                        .as("within the store nothing tells")
                        .isEmpty();
                assertThat(audit.matches(anchor)).isFalse();
                connection.rollback();
            }
            assertThat(audit.matches(anchor)).isTrue();
            connection.rollback();
            connection.setAutoCommit(true);
        }
        database.clean();
    }
}
