package dev.incidentkit.examples.desk;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** On a file of H2, as it comes. */
class H2DeskTest extends DeskJourneys {
    @TempDir
    private static Path folder;

    @Override
    String database() {
        return "jdbc:h2:" + folder.resolve("desk");
    }
}
