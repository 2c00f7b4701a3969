package dev.incidentkit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OwnVectorsTest {
    /** The program that compares them, and so their file, is in the examples. */
    private static final Path FILE = Path.of(
            "..",
            "examples",
            "src",
            "test",
            "resources",
            "dev",
            "incidentkit",
            "examples",
            "vectors",
            "own-vectors.jsonl");

    @Test
    @Tag("slow")
    void the_cases_that_the_examples_hold_are_what_the_oracle_writes() throws IOException {
        List<String> file = Files.readAllLines(FILE);
        Assumptions.assumeTrue(
                file.get(0).contains("tzdb " + OwnVectors.TZDB + "\""),
                "the file was written with another time zone database than this " + OwnVectors.TZDB);
        assertThat(OwnVectors.lines()).hasSize(OwnVectors.CASES).isEqualTo(file);
    }
}
