package dev.incidentkit.rules.dmn;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds material that lies beside a checkout; where it does not, the test that asks is skipped. */
final class Shared {
    private Shared() {}

    static Path path(String first, String... more) {
        String given = System.getProperty("incidentkit.shared", "");
        Path path = (given.isEmpty() ? root().resolveSibling("shared") : Path.of(given)).resolve(Path.of(first, more));
        assumeThat(Files.exists(path)).as("%s lies beside the checkout", path).isTrue();
        return path;
    }

    private static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.exists(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        return root;
    }
}
