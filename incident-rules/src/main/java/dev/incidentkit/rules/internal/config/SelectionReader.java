package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.policy.ConditionTable;
import dev.incidentkit.core.policy.SelectionPolicy;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.incident.IncidentTable;
import dev.incidentkit.rules.internal.config.TableLoader.Loaded;
import dev.incidentkit.rules.internal.config.TableLoader.Purpose;
import dev.incidentkit.rules.internal.config.TableLoader.Request;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what selects something for incidents: a table in a file, rows of conditions on the spot, or nothing.
 *
 * @param <T> what is selected
 */
final class SelectionReader<T> {
    static final String NONE = "none";
    static final String NAME = "name";
    static final String ROWS = "rows";
    static final String GIVES = "gives";

    private final Scope scope;
    private final Values values;
    private final Places places;
    private final Kind<T> kind;

    SelectionReader(Scope scope, Places places, Kind<T> kind) {
        this.scope = scope;
        this.values = scope.values;
        this.places = places;
        this.kind = kind;
    }

    /**
     * What is selected.
     *
     * @param purpose the name of the table where none is given
     * @param output the outcome of a table in a file
     * @param what what it is, for messages, with its article
     * @param made makes one of its name
     * @param policy makes a policy of a table in a file
     * @param <T> what is selected
     */
    record Kind<T>(
            String purpose,
            Output<String> output,
            String what,
            Function<String, T> made,
            Function<IncidentTable<String>, SelectionPolicy<T>> policy) {}

    /** The table in a file that is asked for; empty where there is none. */
    Optional<Request> request(Node node, String path) {
        boolean rows = node instanceof Node.Items
                || (node instanceof Node.Entries entries && entries.entries().containsKey(ROWS));
        return rows || isNone(node)
                ? Optional.empty()
                : Optional.of(new Request(node, path, new Purpose(kind.purpose(), kind.output(), Map.of())));
    }

    private static boolean isNone(Node node) {
        return node instanceof Node.Text text && text.value().equals(NONE);
    }

    /**
     * What selects by rows on the spot, or nobody.
     *
     * @param known the names that may be selected; null for any
     */
    @Nullable
    SelectionPolicy<T> inPlace(Node node, String path, @Nullable Collection<String> known) {
        if (isNone(node)) {
            return SelectionPolicy.byHand();
        } else if (node instanceof Node.Items) {
            return new ConditionTable<>(kind.purpose(), rows(node, path, known));
        }
        Section section = values.section(node, path);
        Node rows = section == null ? null : section.need(ROWS);
        String name = section == null ? null : section.text(NAME);
        if (section == null || rows == null) {
            return null;
        }
        section.close();
        return new ConditionTable<>(name == null ? kind.purpose() : name, rows(rows, section.path(ROWS), known));
    }

    private List<ConditionTable.Row<T>> rows(Node node, String path, @Nullable Collection<String> known) {
        List<ConditionTable.Row<T>> rows = new ArrayList<>();
        int index = 0;
        for (Node item : Values.items(node)) {
            Section section = values.section(item, path + "[" + index++ + "]");
            ConditionTable.Row<T> row = section == null ? null : row(section, known);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private ConditionTable.@Nullable Row<T> row(Section section, @Nullable Collection<String> known) {
        String id = section.need("id") == null ? null : section.text("id");
        Node whenNode = section.need("when");
        Condition when = whenNode == null ? null : new ConditionReader(scope).condition(whenNode, section.path("when"));
        Node gives = section.need(GIVES);
        T outcome = gives == null ? null : outcome(gives, section.path(GIVES), known);
        section.close();
        if (id == null || when == null || outcome == null) {
            return null;
        }
        places.put("row", id, section);
        return values.made(section.node(), section.path(), () -> new ConditionTable.Row<>(id, when, outcome));
    }

    private @Nullable T outcome(Node node, String path, @Nullable Collection<String> known) {
        String name = known == null ? values.text(node, path) : values.oneOf(node, path, "a " + kind.what(), known);
        return name == null ? null : values.made(node, path, () -> kind.made().apply(name));
    }

    /** What selects by a table that was loaded; null where it selects what there is not, which is reported. */
    @Nullable
    SelectionPolicy<T> loaded(Request request, Loaded loaded, @Nullable Collection<String> known) {
        IncidentTable<String> table = values.made(request.node(), request.path(), () -> {
            RuleTable rules = loaded.table();
            return IncidentTable.of(loaded.columns().facts(), rules, kind.output());
        });
        if (table == null) {
            return null;
        }
        int errors = scope.report().errors();
        table.outcomes().forEach((rule, outcome) -> {
            if (known != null && !known.contains(outcome)) {
                Node.Text named = new Node.Text(request.node().mark(), outcome, true);
                String what = "a " + kind.what() + ", but rule " + rule + " gives it";
                values.unknown(named, request.path(), what, known);
            }
        });
        return errors < scope.report().errors() ? null : kind.policy().apply(table);
    }
}
