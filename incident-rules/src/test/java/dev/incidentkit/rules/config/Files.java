package dev.incidentkit.rules.config;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Files of tests: those beside the tests, and those that a test writes. */
final class Files {
    private Files() {}

    /** A file or directory among the resources, below {@code definitions}. */
    static Path path(String name) {
        try {
            return Path.of(Objects.requireNonNull(Files.class.getResource("/definitions/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(name, e);
        }
    }

    static String text(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files in memory, by name and text in turn. */
    static DefinitionSource of(String... namesAndTexts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return of(files);
    }

    static DefinitionSource of(Map<String, byte[]> files) {
        return name -> open(files, name);
    }

    private static InputStream open(Map<String, byte[]> files, String name) throws IOException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new FileNotFoundException("there is none");
        }
        return new ByteArrayInputStream(content);
    }

    static DefinitionResult read(String text) {
        return DefinitionFiles.standard().read("test.yaml", of("test.yaml", text));
    }
}
