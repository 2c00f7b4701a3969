package dev.incidentkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page of needs is what tags of tests and the list of needs say today. After a change of either, run this test with
 * {@code INCIDENTKIT_NEEDS=write} in the environment, read the page, and commit it.
 */
class OwnNeedsTest {
    private static final Path PAGE = Path.of("..", "docs", "coverage.md");
    private static final Needs NEEDS = Needs.read(Path.of("src/test/resources/needs.csv"), sources());

    /** All sources, because contracts have their tests among those that are published. */
    private static List<SourceFile> sources() {
        return Reactor.own().modules().stream()
                .flatMap(module -> Stream.of(module.mainSources(), module.testSources())
                        .flatMap(directory -> SourceFile.under(module, directory).stream()))
                .toList();
    }

    @Test
    void every_need_has_a_test_or_a_reason_and_every_tag_a_need() {
        System.out.println(NEEDS.counts());
        NEEDS.in(Needs.NOT_BUILT).forEach(need -> System.out.println("  " + need.id() + " not built: " + need.text()));
        assertThat(NEEDS.faults()).isEmpty();
    }

    @Test
    void the_page_of_needs_is_current() throws IOException {
        if ("write".equals(System.getenv("INCIDENTKIT_NEEDS"))) {
            Files.writeString(PAGE, NEEDS.page());
        }
        assertThat(NEEDS.page()).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void what_is_said_twice_not_at_all_or_of_no_need_is_found(@org.junit.jupiter.api.io.TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("needs.csv");
        Files.writeString(file, """
                id,need,state,reason
                C-02,kinds told apart,not built yet,nobody did
                C-999,wishes come true,,
                C-998,odd,perhaps,who knows
                C-998,odd,out of scope,it is odd
                """);
        assertThat(Needs.read(file, sources()).faults())
                .anyMatch(fault -> fault.startsWith("C-02 is said to be not built yet, but shown by"))
                .contains("C-999 (wishes come true) is shown by no test, and no reason is given")
                .contains("C-998 has the state 'perhaps' for the reason 'who knows'", "C-998 is listed twice")
                .anyMatch(fault -> fault.startsWith("tag C-03 of [") && fault.endsWith("names no need"));
    }
}
