package dev.incidentkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our sources against the budgets. Lengths of files count in all modules and in tests, the rest in published code. */
class OwnSourcesTest {
    private static final Reactor REACTOR = Reactor.own();
    /** Contracts are interfaces with tests in them: there to be implemented, each of them. */
    private static final String CONTRACTS = "incident-testkit";

    private static final List<SourceFile> PUBLISHED = REACTOR.published().stream()
            .flatMap(module -> SourceFile.under(module, module.mainSources()).stream())
            .toList();

    @Test
    void files_are_short() {
        List<SourceFile> all = REACTOR.modules().stream()
                .flatMap(module -> Stream.of(module.mainSources(), module.testSources())
                        .flatMap(directory -> SourceFile.under(module, directory).stream()))
                .toList();
        assertThat(all).hasSizeGreaterThan(PUBLISHED.size());
        assertThat(SourceBudgets.fileLengths(all)).isEmpty();
    }

    @Test
    void methods_are_short_and_their_tail_is() {
        assertThat(SourceBudgets.methodLengths(PUBLISHED)).isEmpty();
    }

    @Test
    void parameters_are_few() {
        assertThat(SourceBudgets.parameters(PUBLISHED)).isEmpty();
    }

    @Test
    void no_two_booleans_stand_side_by_side() {
        assertThat(SourceBudgets.adjacentBooleans(PUBLISHED)).isEmpty();
    }

    @Test
    void what_others_implement_is_small() {
        assertThat(SourceBudgets.abstractMethods(PUBLISHED)).isEmpty();
    }

    @Test
    void nothing_static_changes() {
        assertThat(SourceBudgets.mutableStatics(PUBLISHED)).isEmpty();
    }

    @Test
    void what_is_public_has_a_comment() {
        assertThat(SourceHabits.comments(PUBLISHED)).isEmpty();
    }

    @Test
    void exceptions_carry_the_offending_value() {
        assertThat(SourceHabits.throwsWithValue(PUBLISHED)).isEmpty();
    }

    @Test
    void most_types_are_closed() {
        List<SourceFile> closed = PUBLISHED.stream()
                .filter(file -> !file.module().equals(CONTRACTS))
                .toList();
        assertThat(SourceHabits.closedTypes(closed)).isEmpty();
    }
}
