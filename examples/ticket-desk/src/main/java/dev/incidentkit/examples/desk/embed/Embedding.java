package dev.incidentkit.examples.desk.embed;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.NotificationPort;
import dev.incidentkit.desk.OutboxRunner;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.jdbc.JdbcIncidentStore;
import dev.incidentkit.store.jdbc.Schema;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The whole of what it takes to embed the library: a pool, tables, a store, a definition, a desk, and two runners that
 * somebody calls now and then. Safe for use by several threads.
 */
public final class Embedding implements AutoCloseable {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int ID_LENGTH = 8;

    private final HikariDataSource pool;
    private final IncidentStore store;
    private final Definitions definitions;
    private final InstantSource clock;
    private final ServiceDesk desk;
    private final TimerRunner timers;
    private final OutboxRunner outbox;

    /**
     * Opens the database, makes the tables where there are none, and reads the definition.
     *
     * @param settings which database, which definition
     * @param clock tells the time
     * @param notices sends what somebody is to be told
     */
    public Embedding(Settings settings, InstantSource clock, NotificationPort notices) {
        this.clock = clock;
        this.pool = pool(settings.db());
        try {
            Schema.install(pool);
            this.store = JdbcIncidentStore.open(pool);
            this.definitions = Definitions.open(settings.definition(), store);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        this.desk = deskAt(clock);
        this.timers = new TimerRunner(desk);
        this.outbox = new OutboxRunner(desk, notices);
    }

    private static HikariDataSource pool(String db) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(db);
        config.setMaximumPoolSize(10);
        config.setPoolName("ticket-desk");
        return new HikariDataSource(config);
    }

    /**
     * A desk over the same records that lives by another clock: the demo tells a past that never was.
     *
     * @param other the other clock
     * @return the desk
     */
    public ServiceDesk deskAt(InstantSource other) {
        SecureRandom random = new SecureRandom();
        return ServiceDesk.builder(store, definitions.current())
                .alsoKnows(definitions.earlier().toArray(ProcessDefinition[]::new))
                .clock(other)
                .identities(() -> identity(random))
                .notifications(NotificationFilter.standard())
                .build();
    }

    /** Short enough to be read out over the telephone: 32^8 of them, without letters that look alike. */
    private static IncidentId identity(SecureRandom random) {
        StringBuilder id = new StringBuilder("T-");
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new IncidentId(id.toString());
    }

    /** Carries out what fell due, and sends what waits. May be called as often as one likes, on any number of nodes. */
    public void tick() {
        timers.tick();
        outbox.tick();
    }

    /** {@return the only writer of incidents} */
    public ServiceDesk desk() {
        return desk;
    }

    /** {@return where they are kept, to find them} */
    public IncidentStore store() {
        return store;
    }

    /** {@return the rules} */
    public Definitions definitions() {
        return definitions;
    }

    /** {@return what proves that records are whole} */
    public Audit audit() {
        return new Audit(desk);
    }

    /** {@return what sends messages} */
    public OutboxRunner outbox() {
        return outbox;
    }

    /** {@return the present, as records know it: in whole milliseconds} */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        pool.close();
    }
}
