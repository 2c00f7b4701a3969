package dev.incidentkit.benchmarks.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows in the words of expression languages. */
final class Expressions {
    private Expressions() {}

    /** A row as MVEL over the properties of a ticket. */
    static String mvel(Row row) {
        List<String> tests = new ArrayList<>();
        for (int at = 0; at < row.low().length; at++) {
            if (row.looksAt(at)) {
                tests.add(mvel(Column.ALL.get(at), row.low()[at], row.high()[at]));
            }
        }
        return tests.isEmpty() ? "true" : String.join(" && ", tests);
    }

    private static String mvel(Column column, int low, int high) {
        if (column.isFlag()) {
            return column.name() + " == " + (low == 1);
        } else if (column.isEnum()) {
            // the bare name would be the public field, which holds the constant and not its name
            String getter = "get" + Character.toUpperCase(column.name().charAt(0))
                    + column.name().substring(1) + "()";
            return column.names(low, high).stream()
                    .map(name -> getter + " == \"" + name + "\"")
                    .collect(Collectors.joining(" || ", "(", ")"));
        }
        return column.name() + " >= " + low + " && " + column.name() + " <= " + high;
    }

    /** A workload as rules of Drools: the earlier the more salient, the first to fire answers. */
    static String drl(Workload workload) {
        StringBuilder text = new StringBuilder("package bench;\nimport " + Ticket.class.getName() + ";\n");
        List<Row> rows = workload.rows();
        for (int row = 0; row < rows.size(); row++) {
            text.append("rule \"R").append(row).append("\" salience ").append(rows.size() - row);
            text.append("\nwhen\n  $t : Ticket(").append(constraints(rows.get(row)));
            text.append(")\nthen\n  $t.setAnswer(\"")
                    .append(rows.get(row).team())
                    .append("\");\nend\n");
        }
        return text.toString();
    }

    private static String constraints(Row row) {
        List<String> tests = new ArrayList<>();
        for (int at = 0; at < row.low().length; at++) {
            Column column = Column.ALL.get(at);
            if (!row.looksAt(at)) {
                continue;
            }
            if (column.isEnum() && row.low()[at] < row.high()[at]) {
                tests.add(column.names(row.low()[at], row.high()[at]).stream()
                        .map(name -> "\"" + name + "\"")
                        .collect(Collectors.joining(", ", column.name() + " in (", ")")));
            } else if (column.isEnum()) {
                tests.add(column.name() + " == \""
                        + column.names(row.low()[at], row.low()[at]).get(0) + "\"");
            } else if (column.isFlag()) {
                tests.add(column.name() + " == " + (row.low()[at] == 1));
            } else {
                tests.add(column.name() + " >= " + row.low()[at]);
                tests.add(column.name() + " <= " + row.high()[at]);
            }
        }
        return String.join(", ", tests);
    }
}
