package dev.incidentkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about sources refuse what breaks them, by file, line, value and bound. */
class SourceRulesTest {
    private static List<SourceFile> sample(String name) {
        try {
            String text = Files.readString(Path.of("src/test/resources/samples", name + ".java.txt"));
            return List.of(SourceFile.parse("samples", "samples/" + name + ".java", text));
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private static List<String> bad(Function<Collection<SourceFile>, List<Finding>> rule) {
        assertThat(rule.apply(sample("Good"))).isEmpty();
        return rule.apply(sample("Bad")).stream().map(Finding::toString).toList();
    }

    private static List<SourceFile> method(int statements) {
        String body = "        run();\n".repeat(statements);
        return List.of(
                SourceFile.parse("samples", "Long.java", "class Long {\n    void run() {\n" + body + "    }\n}\n"));
    }

    @Test
    void a_long_file_is_refused() {
        SourceFile fits = SourceFile.parse("samples", "Long.java", "\n".repeat(399) + "class Long {}\n");
        SourceFile large = SourceFile.parse("samples", "Long.java", "\n".repeat(400) + "class Long {}\n");

        assertThat(SourceBudgets.fileLengths(List.of(fits))).isEmpty();
        assertThat(SourceBudgets.fileLengths(List.of(large)))
                .extracting(Finding::toString)
                .containsExactly("Long.java:401: 401 lines; the bound: at most 400 a file");
    }

    @Test
    void a_long_method_is_refused_and_so_is_a_long_tail() {
        assertThat(SourceBudgets.methodLengths(method(18))).isEmpty();
        assertThat(SourceBudgets.methodLengths(method(19)))
                .extracting(Finding::toString)
                .containsExactly(
                        "samples:0: 95 % of 1 methods have up to 21 lines: Long.run 21; the bound: at most 20 lines for 95 %");
        assertThat(SourceBudgets.methodLengths(method(39)))
                .extracting(Finding::toString)
                .contains("Long.java:2: run has 41 lines; the bound: at most 40 a method");
    }

    @Test
    void many_parameters_are_refused_but_for_records() {
        assertThat(bad(SourceBudgets::parameters))
                .containsExactly("samples/Bad.java:6: Bad has 6 parameters; the bound: at most 5");
    }

    @Test
    void booleans_side_by_side_are_refused_in_records_too() {
        assertThat(bad(SourceBudgets::adjacentBooleans))
                .containsExactly(
                        "samples/Bad.java:8: flags takes the booleans first and second side by side;"
                                + " the bound: no two adjacent booleans",
                        "samples/Bad.java:41: Switches takes the booleans left and right side by side;"
                                + " the bound: no two adjacent booleans");
    }

    @Test
    void a_wide_interface_is_refused_but_a_visitor_is_as_wide_as_what_it_visits() {
        assertThat(bad(SourceBudgets::abstractMethods))
                .containsExactly("samples/Bad.java:15: Spi has 5 abstract methods; the bound: at most 4");
    }

    @Test
    void what_is_static_and_changes_is_refused() {
        assertThat(bad(SourceBudgets::mutableStatics))
                .containsExactly(
                        "samples/Bad.java:4: static [counter] is not final; the bound: no state that all share");
    }

    @Test
    void what_is_public_and_bare_is_refused() {
        assertThat(bad(SourceHabits::comments))
                .extracting(finding -> finding.replaceFirst(".*?: (\\w+) has no Javadoc.*", "$1"))
                .containsExactlyInAnyOrder("Bad", "Bad", "Spi", "one", "two", "three", "four", "five", "six");
    }

    @Test
    void exceptions_that_do_not_say_what_offended_are_refused() {
        assertThat(bad(SourceHabits::throwsWithValue))
                .containsExactly("samples:0: 0 % of 2 throw sites carry the offending value, not [Bad:10, Bad:12];"
                        + " the bound: at least 80 %");
    }

    @Test
    void types_that_anybody_extends_are_refused_when_they_are_many() {
        assertThat(SourceHabits.closedTypes(sample("Bad")))
                .extracting(Finding::toString)
                .containsExactly(
                        "samples:0: 25 % of 4 types are closed, not Bad, Spi, Visitor; the bound: at least 70 %");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class {", "class A { void a( }"})
    void what_is_not_java_is_refused(String text) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> SourceFile.parse("samples", "A.java", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not Java: A.java");
    }
}
