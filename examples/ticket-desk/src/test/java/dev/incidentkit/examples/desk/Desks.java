package dev.incidentkit.examples.desk;

import dev.incidentkit.examples.desk.embed.Settings;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;

/** Starts desks to be tested: on any free port, each on a database of its own unless it is given one. */
final class Desks {
    private Desks() {}

    static String memory() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    static Settings settings(String definition, String db) {
        return new Settings(definition, db, 0, "localhost", null, ZoneOffset.UTC, false);
    }

    static DeskServer start(String definition, String db, InstantSource clock) {
        return DeskServer.start(settings(definition, db), clock, embedding -> {});
    }
}
