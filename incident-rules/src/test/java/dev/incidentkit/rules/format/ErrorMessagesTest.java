package dev.incidentkit.rules.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.rules.dmn.DmnModel;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broken files and the whole text that a person reads. A fixture {@code name.md} has its messages in
 * {@code name.md.txt}.
 */
class ErrorMessagesTest {
    static Stream<String> files() {
        return Samples.file("errors/files.txt").lines().filter(line -> !line.isBlank());
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_broken_file_is_refused_with_its_messages(String file) {
        assertThat(messages(file))
                .isEqualTo(Samples.file("errors/" + file + ".txt").strip());
    }

    static String messages(String file) {
        String text = Samples.file("errors/" + file);
        List<FormatFinding> findings;
        try {
            findings = read(file, text);
        } catch (TableFormatException e) {
            findings = e.findings();
        }
        return findings.stream().map(FormatFinding::describe).collect(Collectors.joining("\n"));
    }

    private static List<FormatFinding> read(String file, String text) {
        TableReader reader = TableReader.of(Samples.routingSchema(), Samples.prioritySchema());
        if (file.endsWith(".md")) {
            return reader.readMarkdown(file, text).warnings();
        } else if (file.endsWith(".csv")) {
            return reader.readCsv(file, text).warnings();
        } else if (file.startsWith("declared")) {
            return TableReader.of(Samples.routingSchema()).readDmn(file, text).warnings();
        }
        return DmnModel.readPartly(file, text, ReadLimits.defaults()).findings();
    }

    @Test
    void every_code_that_a_file_can_cause_has_a_fixture() {
        TreeSet<String> shown = files().flatMap(file -> messages(file).lines())
                .filter(line -> line.startsWith("RULES-"))
                .map(line -> line.substring(0, 9))
                .collect(Collectors.toCollection(TreeSet::new));
        // what no small text file can cause is shown by tests of its own
        List<FormatCode> elsewhere = List.of(
                FormatCode.UNREADABLE,
                FormatCode.LIMIT,
                FormatCode.NO_TABLE,
                FormatCode.COUNT_INVALID,
                FormatCode.DEFAULT_INCOMPLETE,
                FormatCode.HIT_POLICY_UNSUITED,
                FormatCode.CELL_REPEATED,
                FormatCode.TOO_LARGE,
                FormatCode.NUMBER_TOO_WIDE,
                FormatCode.EXPORT);
        assertThat(shown)
                .containsAll(Arrays.stream(FormatCode.values())
                        .filter(code -> !elsewhere.contains(code))
                        .map(FormatCode::id)
                        .toList());
    }
}
