package dev.incidentkit.testkit;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleSchema;
import dev.incidentkit.rules.format.InputTexts;
import dev.incidentkit.rules.format.MarkdownTables;
import dev.incidentkit.rules.format.TableFormatException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns tables of a document into scenarios, and collects what is wrong with them. */
final class ScenarioTable {
    /** The columns that say what happens. */
    static final List<String> STEP = List.of("at", "who", "does");

    /** The column that says which of several incidents a row is about; empty for the same as above. */
    private static final String INCIDENT = "incident";

    /** The column of what ports of the host answer from a row on: {@code open-children=1}. */
    private static final String ANSWERS = "answers";

    private static final Input<Duration> TIME = Input.duration("time");
    private static final RuleSchema TIMES =
            RuleSchema.named("scenario").in(TIME).out(Output.flag("read")).build();

    private final String file;
    private final CommandReader commands;
    private final ExpectationReader expectations;
    private final Map<String, Actor> actors = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    ScenarioTable(String file, ProcessDefinition definition) {
        this.file = file;
        this.commands = new CommandReader(definition);
        this.expectations = new ExpectationReader(definition);
    }

    /** Other tables of a document, cases of rule tables for example, are somebody else's. */
    static boolean isScenario(MarkdownTables.Table table) {
        return table.header().stream().anyMatch(cell -> cell.text().equals("does"));
    }

    List<String> findings() {
        return findings;
    }

    /** One scenario; empty where something is wrong with it. */
    Optional<Scenario> read(MarkdownTables.Table table) {
        int before = findings.size();
        List<String> header =
                table.header().stream().map(MarkdownTables.Cell::text).toList();
        checkHeader(table, header);
        Scenario.Builder scenario = Scenario.named(table.heading());
        for (int i = 0; i < table.rows().size() && findings.size() == before; i++) {
            row(scenario, header, table.rows().get(i), i == 0);
        }
        if (findings.size() == before && table.rows().isEmpty()) {
            findings.add(file + ": scenario '" + table.heading() + "' has no row");
        }
        return findings.size() == before ? built(scenario, table) : Optional.empty();
    }

    private Optional<Scenario> built(Scenario.Builder scenario, MarkdownTables.Table table) {
        try {
            return Optional.of(scenario.build());
        } catch (IllegalStateException e) {
            findings.add(file + ": scenario '" + table.heading() + "': " + e.getMessage());
            return Optional.empty();
        }
    }

    private void checkHeader(MarkdownTables.Table table, List<String> header) {
        String where = file + ": scenario '" + table.heading() + "'";
        if (table.heading().isBlank()) {
            findings.add(file + ": a table of steps needs a heading, which is its name");
        }
        if (new LinkedHashSet<>(header).size() != header.size()) {
            findings.add(where + " names a column twice: " + header);
        }
        Set<String> lacking = new LinkedHashSet<>(STEP);
        header.forEach(lacking::remove);
        if (!lacking.isEmpty()) {
            findings.add(where + " lacks the columns " + lacking);
        }
        for (String column : header) {
            boolean isStep = STEP.contains(column) || column.equals(INCIDENT) || column.equals(ANSWERS);
            if (!isStep && !expectations.knows(column)) {
                findings.add(where + " has the column '" + column + "', which is none of " + expectations.columns());
            }
        }
    }

    private void row(Scenario.Builder scenario, List<String> header, MarkdownTables.Row row, boolean first) {
        Map<String, String> cells = new HashMap<>();
        if (row.cells().size() != header.size()) {
            findings.add(file + ":" + row.line() + ": " + header.size() + " cells are needed, but there are "
                    + row.cells().size());
            return;
        }
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), row.cells().get(i).text());
        }
        try {
            scenario.writtenAt(file + ":" + row.line());
            time(scenario, text(cells, "at"), first);
            if (!text(cells, INCIDENT).isEmpty()) {
                scenario.of(text(cells, INCIDENT));
            }
            answers(scenario, text(cells, ANSWERS));
            deed(scenario, cells);
            for (String column : header) {
                String expected = text(cells, column);
                if (expectations.knows(column) && !expected.isEmpty()) {
                    Consumer<Moment> check = expectations.read(column, expected);
                    scenario.then(check);
                }
            }
        } catch (IllegalArgumentException | DateTimeException | TableFormatException e) {
            findings.add(file + ":" + row.line() + ": " + e.getMessage());
        }
    }

    private static String text(Map<String, String> cells, String column) {
        return Objects.requireNonNullElse(cells.get(column), "");
    }

    private static void time(Scenario.Builder scenario, String at, boolean first) {
        if (at.startsWith("+") && !first) {
            Map<String, @Nullable Object> read =
                    InputTexts.read(TIMES, Map.of(TIME.name(), at.substring(1).strip()));
            scenario.after((Duration) Objects.requireNonNull(read.get(TIME.name())));
        } else if (!at.isEmpty() && first) {
            scenario.startingAt(Instant.parse(at));
        } else if (!at.isEmpty()) {
            scenario.at(Instant.parse(at));
        }
    }

    private static void answers(Scenario.Builder scenario, String cell) {
        for (String answer : cell.isEmpty() ? new String[0] : cell.split("\\s*,\\s*", -1)) {
            int split = answer.indexOf('=');
            if (split < 1) {
                throw new IllegalArgumentException("'" + answer + "' must name a port and its answer: port=answer");
            }
            scenario.answering(answer.substring(0, split), answer.substring(split + 1));
        }
    }

    private void deed(Scenario.Builder scenario, Map<String, String> cells) {
        String does = text(cells, "does");
        if (does.isEmpty()) {
            return;
        }
        Actor actor = actor(text(cells, "who"));
        if (AlertWords.isAlert(does)) {
            scenario.received(actor, AlertWords.read(does, actor.id()));
            return;
        }
        boolean tried = cells.containsKey(ExpectationReader.REFUSED)
                && !text(cells, ExpectationReader.REFUSED).isEmpty();
        if (tried) {
            scenario.whenTried(actor, commands.read(does));
        } else {
            scenario.when(actor, commands.read(does));
        }
    }

    /** {@code ann} is an agent, {@code cleo (CALLER)} has that role from there on; BOT and EXTERNAL are kinds. */
    private Actor actor(String who) {
        if (who.isEmpty()) {
            throw new IllegalArgumentException("what is done is done by somebody, but 'who' is empty");
        }
        int open = who.indexOf('(');
        if (open < 0) {
            return actors.computeIfAbsent(who, Actor::agent);
        }
        if (!who.endsWith(")")) {
            throw new IllegalArgumentException("'" + who + "' must end with ')'");
        }
        String id = who.substring(0, open).strip();
        ActorKind kind = ActorKind.HUMAN;
        Set<Role> roles = new LinkedHashSet<>();
        for (String word : who.substring(open + 1, who.length() - 1).strip().split("[\\s,]+", -1)) {
            switch (word) {
                case "BOT" -> kind = ActorKind.BOT;
                case "EXTERNAL" -> kind = ActorKind.EXTERNAL;
                default -> roles.add(new Role(word));
            }
        }
        Actor actor = new Actor(kind, id, roles);
        actors.put(id, actor);
        return actor;
    }
}
