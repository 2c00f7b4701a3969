package dev.incidentkit.examples.desk.embed;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is told to the application when it starts.
 *
 * @param definition the name of a preset, or the path of a YAML file
 * @param db the JDBC address of the database, with whatever account it takes
 * @param port where it listens; 0 for any free port
 * @param host on which address it listens
 * @param users the file of accounts; null for those of the demo
 * @param zone in which times are shown and typed
 * @param secureCookies whether browsers send the session over HTTPS only
 */
public record Settings(
        String definition,
        String db,
        int port,
        String host,
        @Nullable Path users,
        ZoneId zone,
        boolean secureCookies) {
    /** Where the demo keeps its data: a file of H2 below the working directory. */
    public static final String DEFAULT_DB = "jdbc:h2:./ticket-desk-data/desk";
}
