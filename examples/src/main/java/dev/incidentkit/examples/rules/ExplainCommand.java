package dev.incidentkit.examples.rules;

import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.TableExplanation;
import dev.incidentkit.rules.TableExplanation.CellVerdict;
import dev.incidentkit.rules.TableExplanation.RuleVerdict;
import dev.incidentkit.rules.format.InputTexts;
import dev.incidentkit.rules.format.TableSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how a table decides a case and why. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Says how a table decides a case: which rule, why the others not, and which came nearest.",
            "A fact that is not given is unknown, as it may be in an incident.",
            "",
            "  rules explain routing.md severity=SEV2 category=network/vpn"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the table has an answer",
            "1:no rule matches, or several do against the hit policy",
            "2:the command line is wrong, the file cannot be read, or a value is none of its column"
        })
final class ExplainCommand extends RulesProgram {
    @Parameters(index = "0", paramLabel = "FILE", description = "The file: .md, .csv or .dmn.")
    private Path file = Path.of("");

    @Parameters(
            index = "1..*",
            paramLabel = "COLUMN=VALUE",
            description = "A fact of the case, written as in the cells of a table.")
    private List<String> facts = new ArrayList<>();

    @Option(names = "--table", paramLabel = "NAME", description = "Which table, where the file has several.")
    private @Nullable String table;

    @Mixin
    private TableFiles files = new TableFiles();

    @Override
    int run() throws IOException {
        TableSet tables = files.read(file);
        warn(tables.warnings());
        warnOfUnused(files);
        RuleTable chosen = chosen(tables);
        CompiledTable compiled = chosen.compile();
        TableExplanation explanation =
                compiled.explain(InputTexts.read(chosen.schema(), Assignments.of(facts, "COLUMN=VALUE")));
        print(chosen, explanation);
        boolean answered =
                !explanation.decided().isEmpty() || compiled.fallback().isPresent();
        return answered && !explanation.violated() ? FINE : FOUND;
    }

    private RuleTable chosen(TableSet tables) {
        List<String> names = List.copyOf(tables.tables().keySet());
        String name = table == null && names.size() == 1 ? names.get(0) : table;
        RuleTable found = name == null ? null : tables.tables().get(name);
        if (found == null) {
            throw new RulesException(
                    name == null
                            ? file + " has several tables; choose one with --table: " + String.join(", ", names)
                            : file + " has no table '" + name + "'; it has " + String.join(", ", names));
        }
        return found;
    }

    private void print(RuleTable chosen, TableExplanation explanation) {
        say(named(chosen));
        say("case: "
                + explanation.input().entrySet().stream()
                        .map(fact -> fact.getKey() + " = " + fact.getValue())
                        .collect(Collectors.joining(", ")));
        out().println();
        answers(chosen, explanation);
        out().println();
        for (RuleVerdict rule : explanation.rules()) {
            say("  " + rule.rule() + " " + line(rule, explanation.violated()));
        }
        explanation
                .nearestMiss()
                .ifPresent(miss -> say("\nNearest to match, but for this: " + miss.rule() + ", " + said(miss.unmet())));
    }

    private void answers(RuleTable chosen, TableExplanation explanation) {
        explanation.decided().forEach(rule -> say("answer: " + outcome(chosen, rule)));
        if (explanation.violated()) {
            say("no answer: several rules match, and this table allows only one");
        } else if (explanation.decided().isEmpty()) {
            say(
                    chosen.schema().hasDefaults()
                            ? "answer: no rule matches, so the defaults hold: "
                                    + values(
                                            chosen,
                                            chosen.schema().outputs().stream()
                                                    .map(output -> (Object) output.defaultValue())
                                                    .toList())
                            : "no answer: no rule matches");
        }
    }

    private static String line(RuleVerdict rule, boolean violated) {
        return switch (rule.standing()) {
            case DECIDES -> "decides: " + asked(rule);
            case OUTRANKED -> violated ? "matches: " + asked(rule) : "matches too, but another rule decides";
            case DOES_NOT_MATCH -> "does not match: " + said(rule.unmet());
        };
    }

    private static String asked(RuleVerdict rule) {
        return rule.cells().isEmpty() ? "it asks for nothing" : said(rule.cells());
    }

    private static String said(List<CellVerdict> cells) {
        return cells.stream()
                .map(cell -> cell.column() + " is " + cell.value() + ", the rule asks for " + cell.condition())
                .collect(Collectors.joining("; "));
    }

    private static String outcome(RuleTable table, String id) {
        Rule rule = table.rule(id).orElseThrow();
        return values(table, rule.outputs()) + ", by rule " + id
                + (rule.note().isEmpty() ? "" : " (" + rule.note() + ")");
    }

    private static String values(RuleTable table, List<? extends @Nullable Object> outputs) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Output<?> output = table.schema().outputs().get(i);
            values.add(output.name() + " = " + output.type().textOf(outputs.get(i)));
        }
        return String.join(", ", values);
    }
}
