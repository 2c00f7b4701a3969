package dev.incidentkit.testkit.mutation;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.TableDiff;
import dev.incidentkit.testkit.MarkdownCases.TableCase;
import dev.incidentkit.testkit.Scenario;
import dev.incidentkit.testkit.cases.Route;
import dev.incidentkit.testkit.cases.Routes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs tests against mutants.
 *
 * <pre>{@code
 * Mutation.of(definition).run(MarkdownScenarios.read(file, definition)).assertAllNoticed();
 * Mutation.run(routing, table -> MarkdownCases.read(file, table)).assertAllNoticed();
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Mutation {
    private static final int COURSES = 20_000;

    private final ProcessDefinition definition;
    private final Set<MutantKind> kinds;
    private final int courses;

    private Mutation(ProcessDefinition definition, Set<MutantKind> kinds, int courses) {
        this.definition = definition;
        this.kinds = kinds;
        this.courses = courses;
    }

    /**
     * Mutates a definition.
     *
     * @param definition the definition
     * @return a run of all kinds of faults
     */
    public static Mutation of(ProcessDefinition definition) {
        return new Mutation(definition, EnumSet.allOf(MutantKind.class), COURSES);
    }

    /**
     * A copy that plants only some kinds of faults.
     *
     * @param first a kind
     * @param more other kinds
     * @return the copy
     */
    public Mutation only(MutantKind first, MutantKind... more) {
        return new Mutation(definition, EnumSet.of(first, more), courses);
    }

    /**
     * A copy that looks longer, or shorter, for the smallest course of events that would show a mutant.
     *
     * @param steps how many steps it tries for each mutant that no test notices, 0 or more; 20,000 by default
     * @return the copy
     * @throws IllegalArgumentException if the number is negative
     */
    public Mutation searching(int steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("The steps of a search are counted from 0, but these are " + steps);
        }
        return new Mutation(definition, kinds, steps);
    }

    /**
     * Runs scenarios against every mutant until one of them notices it.
     *
     * @param scenarios the scenarios; each must hold for the definition itself
     * @return what was noticed and what was not
     * @throws AssertionError if a scenario fails without any fault
     */
    public MutationReport run(Collection<Scenario> scenarios) {
        scenarios.forEach(scenario -> scenario.verify(definition));
        Ways ways = new Ways(definition);
        List<MutationReport.Kill> kills = new ArrayList<>();
        List<MutationReport.Survivor> survivors = new ArrayList<>();
        List<String> equivalent = new ArrayList<>();
        for (Mutant<ProcessDefinition> mutant : Mutants.of(definition, kinds)) {
            Optional<String> noticed = scenarios.stream()
                    .filter(scenario -> notices(scenario, mutant.subject()))
                    .map(Scenario::name)
                    .findFirst();
            if (noticed.isPresent()) {
                kills.add(new MutationReport.Kill(mutant.name(), noticed.get()));
            } else if (mutant.equivalent()) {
                equivalent.add(mutant.name());
            } else {
                survivors.add(new MutationReport.Survivor(
                        mutant.name(), new KillerSearch(definition, mutant.subject(), ways, courses).find()));
            }
        }
        return new MutationReport(definition.name(), kills, survivors, equivalent);
    }

    /** Where the lifecycle leads, looked for once, when it is first asked for. */
    private static final class Ways implements Supplier<List<Route>> {
        private final ProcessDefinition definition;
        private @Nullable List<Route> found;

        Ways(ProcessDefinition definition) {
            this.definition = definition;
        }

        @Override
        public List<Route> get() {
            List<Route> known = found;
            if (known == null) {
                known = Routes.of(definition).everywhere();
                found = known;
            }
            return known;
        }
    }

    /** What breaks a scenario in any way is noticed. */
    private static boolean notices(Scenario scenario, ProcessDefinition mutant) {
        try {
            return scenario.failure(mutant).isPresent();
        } catch (RuntimeException e) {
            return true;
        }
    }

    /**
     * Mutates a table, and runs cases against every mutant until one of them notices it.
     *
     * @param table the table
     * @param cases makes the cases of a table with the same columns; each must hold for the table itself
     * @return what was noticed and what was not
     * @throws AssertionError if a case fails without any fault
     */
    public static MutationReport run(RuleTable table, Function<CompiledTable, List<TableCase>> cases) {
        cases.apply(table.compile()).forEach(one -> one.check().run());
        List<MutationReport.Kill> kills = new ArrayList<>();
        List<MutationReport.Survivor> survivors = new ArrayList<>();
        List<String> equivalent = new ArrayList<>();
        for (Mutant<RuleTable> mutant : Mutants.of(table)) {
            if (mutant.equivalent()) {
                equivalent.add(mutant.name());
                continue;
            }
            Optional<String> noticed = cases.apply(mutant.subject().compile()).stream()
                    .filter(Mutation::fails)
                    .map(one -> one.name() + " (" + one.place() + ")")
                    .findFirst();
            if (noticed.isPresent()) {
                kills.add(new MutationReport.Kill(mutant.name(), noticed.get()));
            } else {
                survivors.add(new MutationReport.Survivor(mutant.name(), killer(table, mutant.subject())));
            }
        }
        return new MutationReport(table.schema().name(), kills, survivors, equivalent);
    }

    private static boolean fails(TableCase one) {
        try {
            one.check().run();
            return false;
        } catch (AssertionError | RuntimeException e) {
            return true;
        }
    }

    /** The exact difference has an input of each region in which the tables decide otherwise. */
    private static Optional<Killer> killer(RuleTable table, RuleTable mutant) {
        return table.diff(mutant).outcomes().stream()
                .findFirst()
                .map(change -> new Killer(
                        List.of(input(table, change)),
                        change.before().toString(),
                        change.after().toString()));
    }

    private static String input(RuleTable table, TableDiff.OutcomeChange change) {
        List<String> parts = new ArrayList<>();
        for (int column = 0; column < table.schema().inputs().size(); column++) {
            var input = table.schema().inputs().get(column);
            parts.add(input.name() + "=" + input.type().textOf(change.example().get(column)));
        }
        return String.join(", ", parts);
    }
}
