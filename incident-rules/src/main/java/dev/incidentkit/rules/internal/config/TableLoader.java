package dev.incidentkit.rules.internal.config;

import dev.incidentkit.rules.Input;
import dev.incidentkit.rules.Output;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables that a definition names or has on the spot. Several may stand in one file, which is read once; a table
 * of it that the definition does not name is an error, so that none is forgotten.
 */
final class TableLoader {
    private final Scope scope;
    private final FileSet files;
    private final String from;

    /**
     * Creates a loader.
     *
     * @param from the normalized name of the file that names the tables
     */
    TableLoader(Scope scope, FileSet files, String from) {
        this.scope = scope;
        this.files = files;
        this.from = from;
    }

    /** What a table of a definition is for. */
    record Purpose(String name, Output<?> output, Map<String, Input<?>> columns) {}

    /** Where a definition names a table. */
    record Request(Node node, String path, Purpose purpose) {}

    /** A table and the facts that its columns stand for. */
    record Loaded(RuleTable table, Columns columns) {}

    /** Where a table is: file, or the text of Markdown itself; name within it, columns where the file does not say them. */
    record Place(
            Node.Text file,
            String path,
            @Nullable String name,
            @Nullable List<Node.Text> columns,
            Purpose purpose,
            boolean onTheSpot) {
        /** The name of the table. */
        String table() {
            return name == null ? purpose.name() : name;
        }
    }

    /** The tables by the names of their purposes. What is missing was refused, which is reported. */
    Map<String, Loaded> load(List<Request> requests) {
        Map<String, List<Place>> byFile = new LinkedHashMap<>();
        Map<String, Loaded> loaded = new HashMap<>();
        for (Request request : requests) {
            Place place = place(request);
            if (place != null && place.onTheSpot()) {
                new TableFile(scope, files, from).read(place, loaded);
                continue;
            }
            String file = place == null ? null : files.resolve(from, place.file(), place.path());
            if (place != null && file != null) {
                byFile.computeIfAbsent(file, key -> new ArrayList<>()).add(place);
            }
        }
        byFile.forEach((file, places) -> new TableFile(scope, files, file).read(places, loaded));
        return loaded;
    }

    private @Nullable Place place(Request request) {
        String path = request.path();
        if (request.node() instanceof Node.Text text) {
            return new Place(text, path, null, null, request.purpose(), false);
        }
        Section section = scope.values.section(request.node(), path);
        return section == null ? null : place(request, section);
    }

    private @Nullable Place place(Request request, Section section) {
        Node markdown = section.get("markdown");
        Node table = markdown == null ? section.need("table") : section.get("table");
        String name = section.text("name");
        List<Node.Text> columns = section.texts("columns");
        section.has("plans"); // of escalation, which its reader looks at
        section.close();
        if (markdown != null && table != null) {
            String message = "a table is either in a file, 'table', or on the spot, 'markdown'";
            scope.report().error(DefinitionCode.CONTRADICTION, table, section.path("table"), message);
            return null;
        }
        String key = markdown == null ? "table" : "markdown";
        Node where = markdown == null ? table : markdown;
        if (where instanceof Node.Text text) {
            return new Place(text, section.path(key), name, columns, request.purpose(), markdown != null);
        }
        if (where != null) {
            scope.report().error(DefinitionCode.SHAPE, where, section.path(key), "a single value is expected");
        }
        return null;
    }
}
