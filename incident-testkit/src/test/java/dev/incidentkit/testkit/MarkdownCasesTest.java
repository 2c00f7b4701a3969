package dev.incidentkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.RuleTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MarkdownCasesTest {
    private static final Input<Long> USERS = Input.integer("users");
    private static final Output<String> TOLD = Output.text("told");

    /** Several rules may match, and none need. */
    private static final RuleTable TOLD_OF = RuleSchema.named("told-of")
            .in(USERS)
            .out(TOLD)
            .hitPolicy(HitPolicy.RULE_ORDER)
            .build()
            .builder()
            .rule("N1")
            .when(USERS.moreThan(10L))
            .then("team lead")
            .rule("N2")
            .when(USERS.moreThan(100L))
            .then("board")
            .build();

    @TestFactory
    Stream<DynamicTest> every_row_of_a_document_is_a_test() {
        return MarkdownCases.tests(Samples.file("routing.md"), Samples.ROUTING.compile());
    }

    private static List<MarkdownCases.TableCase> read(String document, RuleTable table) {
        return MarkdownCases.read("doc.md", document.getBytes(StandardCharsets.UTF_8), table.compile());
    }

    @Test
    void a_failure_names_file_and_line_what_was_expected_what_came_and_why() {
        MarkdownCases.TableCase one = read("""
                        ## routing : first

                        | severity | category | age | -> team |
                        |----------|----------|-----|---------|
                        | SEV3     | database | 3h  | DBA_L2  |
                        """, Samples.ROUTING).get(0);

        assertThatThrownBy(() -> one.check().run())
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "doc.md:5: ",
                        "Expecting -> team of table 'routing' to be \"DBA_L2\"",
                        "but it was \"OPS\"",
                        "decided by R3",
                        "nearest miss: R2, for age = PT3H is not >= PT4H");
        assertThat(one.name()).contains("category=database");
    }

    @Test
    void the_rule_that_decides_can_be_expected_too() {
        MarkdownCases.TableCase one = read("""
                        ## routing

                        | severity | category | age | rule |
                        |----------|----------|-----|------|
                        | SEV3     | database | 3h  | R2   |
                        """, Samples.ROUTING).get(0);

        assertThatThrownBy(() -> one.check().run())
                .hasMessageContainingAll("doc.md:5: ", "to be decided by [R2]", "it was decided by [R3]");
    }

    @Test
    void several_outcomes_and_none_are_listed() {
        List<MarkdownCases.TableCase> cases = read("""
                ## told-of

                | users | -> told          | rule   |
                |-------|------------------|--------|
                | 5     | none             | none   |
                | 50    | team lead        | N1     |
                | 500   | team lead, board | N1, N2 |
                | 500   | board, team lead |        |
                """, TOLD_OF);

        assertThat(cases).hasSize(4);
        cases.subList(0, 3).forEach(one -> one.check().run());
        assertThatThrownBy(() -> cases.get(3).check().run()).hasMessageContaining("doc.md:8: ");
    }

    @Test
    void everything_that_is_wrong_with_a_document_is_told_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("""
                        ## routing

                        | severity | category | age  | -> team |
                        |----------|----------|------|---------|
                        | SEV9     | mail     | 1h   | DESK    |
                        | SEV1     | mail     | long | DESK    |
                        | SEV1     | mail     |      | DESK    |
                        """, Samples.ROUTING))
                .withMessageContainingAll("doc.md is refused, findings: 3", "doc.md:5: ", "doc.md:6: ", "doc.md:7: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("## routing\n\n| mood |\n|---|\n| good |\n", Samples.ROUTING))
                .withMessageContainingAll("the column 'mood', which is none of", "expect nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("## other\n\n| mood |\n|---|\n| good |\n", Samples.ROUTING))
                .withMessageContaining("one of [routing]");
    }
}
