package dev.incidentkit.report;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a browser that pages are tested in: by the property {@code incidentkit.chromium}, or in PATH. */
final class Browsers {
    static final String NONE =
            "No browser by the property incidentkit.chromium, no chromium or google-chrome in PATH: not checked how it looks";

    private Browsers() {}

    static Optional<Path> chromium() {
        String named = System.getProperty("incidentkit.chromium", "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(dir -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(dir, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
