package dev.incidentkit.examples.rules;

import static dev.incidentkit.examples.rules.RulesCommandTest.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.examples.rules.RulesCommandTest.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the programs do not let pass in silence: wrong headers, doubled facts, changed declarations, lost types. */
class RulesCommandFindingsTest {
    @Test
    void headers_that_are_wrong_are_told_with_their_place_and_with_what_is_wrong_elsewhere(@TempDir Path directory)
            throws IOException {
        Path file = Files.writeString(directory.resolve("h.md"), """
                ## t : first

                | id | sevrity | -> team |
                |----|---------|---------|
                | R1 | SEV1    | A       |

                ## u : priority

                | id | severity | -> team |
                |----|----------|---------|
                | R1 | SEV1     | A       |

                ## w : first

                | id | severity | severity | -> team |
                |----|----------|----------|---------|
                | R1 | SEV9     | -        | A       |
                """);

        Run run = run("verify", file);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains(file + ":3 table t: the column 'sevrity' is not known; did you mean 'severity'?")
                .contains(file + ":9 table u: ")
                .contains("--output NAME=A,B")
                .contains("h.md:15:19 table w column severity: the column 'severity' stands twice in the header");
        assertThat(run.err().indexOf("table t")).isLessThan(run.err().indexOf("table w"));
    }

    @Test
    void a_fact_that_is_given_twice_and_a_declaration_without_a_column_are_told(@TempDir Path directory)
            throws IOException {
        Path file = Files.writeString(
                directory.resolve("r.md"), "## r : first\n\n| id | severity | -> team |\n|-|-|-|\n| 1 | SEV1 | X |\n");

        assertThat(run("explain", file, "severity=SEV1", "severity=SEV2"))
                .isEqualTo(new Run(2, "", "'severity' is given twice: SEV1 and SEV2\n"));
        assertThat(run("explain", file, "SEV1")).isEqualTo(new Run(2, "", "'SEV1' is not of the form COLUMN=VALUE\n"));
        assertThat(run("verify", file, "--input", "foo=text", "--input", "foo=integer"))
                .isEqualTo(new Run(2, "", "'foo' is given twice: text and integer\n"));
        assertThat(run("verify", file, "--input", "foo=text").err())
                .isEqualTo("no table has the column of --input \"foo=text\"\n");
    }

    @Test
    void a_new_hit_policy_and_the_cases_that_it_refuses_are_differences(@TempDir Path directory) throws IOException {
        String rows = "\n\n| id | severity | -> team |\n|-|-|-|\n| 1 | SEV1 | X |\n| 2 | - | Y |\n";
        Path first = Files.writeString(directory.resolve("a.md"), "## r : first" + rows);
        Path unique = Files.writeString(directory.resolve("b.md"), "## r : unique" + rows);
        Path complete = Files.writeString(directory.resolve("c.md"), "## r : first, complete" + rows);

        assertThat(run("diff", first, unique))
                .returns(1, Run::code)
                .extracting(Run::out)
                .asString()
                .contains("  DECLARED hit policy: first -> unique\n")
                .contains("will be: refused, since several rules match (1, 2)");
        assertThat(run("diff", first, complete))
                .returns(1, Run::code)
                .extracting(Run::out)
                .asString()
                .contains("  DECLARED demand: may have gaps -> complete\n")
                .contains("Every case is decided as before.");
    }

    @Test
    void what_markdown_cannot_say_of_a_model_is_named_with_the_declarations_it_needs(@TempDir Path directory)
            throws IOException {
        Path model = Files.writeString(directory.resolve("m.dmn"), """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="m" namespace="x">
                 <inputData id="i1" name="n"><variable name="n" typeRef="number"/></inputData>
                 <decision id="dec" name="routing"><variable name="routing" typeRef="string"/>
                  <informationRequirement><requiredInput href="#i1"/></informationRequirement>
                  <decisionTable hitPolicy="UNIQUE">
                   <input><inputExpression typeRef="number"><text>n</text></inputExpression>
                    <inputValues><text>[0..100]</text></inputValues></input>
                   <output name="team" typeRef="string"><outputValues><text>"A","B"</text></outputValues>
                    <defaultOutputEntry><text>"B"</text></defaultOutputEntry></output>
                   <rule id="r1"><inputEntry><text>&gt; 5</text></inputEntry><outputEntry><text>"A"</text></outputEntry></rule>
                  </decisionTable>
                 </decision>
                </definitions>
                """);
        Path markdown = directory.resolve("m.md");

        Run run = run("convert", model, "--to", "md", "--out", markdown);

        assertThat(run.code()).isZero();
        assertThat(run.err().lines())
                .containsExactly(
                        "table routing: the range of n is lost: >= 0 <= 100",
                        "table routing: the file does not say that n may be missing; a declared column always has a value",
                        "table routing: the default \"B\" of team is lost; a last rule without conditions says the same"
                                + " under 'first'",
                        "table routing: to read it, declare --input \"n=number\" --output \"team=A,B\"");
        assertThat(run("verify", markdown, "--input", "n=number", "--output", "team=A,B")
                        .err())
                .isEmpty();
    }
}
