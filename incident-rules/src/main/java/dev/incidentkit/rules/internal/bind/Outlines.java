package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.format.TableOutline;
import dev.incidentkit.rules.internal.grid.RawCell;
import dev.incidentkit.rules.internal.grid.RawSheet;
import dev.incidentkit.rules.internal.grid.RawTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads headings and headers of tables without schemas. Stateless. */
public final class Outlines {
    private Outlines() {}

    /**
     * The outlines of a file that was taken apart.
     *
     * @param sheet the parts
     * @return one for each table below a heading of a table
     */
    public static List<TableOutline> of(RawSheet sheet) {
        List<TableOutline> outlines = new ArrayList<>();
        for (RawTable table : sheet.tables()) {
            Heading.parse(table.heading().text()).ifPresent(heading -> outlines.add(outline(heading, table)));
        }
        return outlines;
    }

    private static TableOutline outline(Heading heading, RawTable table) {
        if (!heading.axes().isEmpty()) {
            return new TableOutline(
                    heading.name(),
                    Optional.empty(),
                    heading.complete(),
                    heading.axes().subList(0, 2),
                    heading.axes().subList(2, 3),
                    table.heading().line());
        }
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        for (RawCell cell : table.header()) {
            String text = cell.text();
            boolean arrow = text.startsWith(Columns.ARROW);
            String name = PlainText.read(
                    arrow ? text.substring(Columns.ARROW.length()).strip() : text);
            if (arrow) {
                outputs.add(name);
            } else if (!Columns.isForReaders(name)) {
                inputs.add(name);
            }
        }
        int line = table.header().isEmpty()
                ? table.heading().line()
                : table.header().get(0).line();
        return new TableOutline(
                heading.name(), Optional.ofNullable(heading.policy()), heading.complete(), inputs, outputs, line);
    }
}
