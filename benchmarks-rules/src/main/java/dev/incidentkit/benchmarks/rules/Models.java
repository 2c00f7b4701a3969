package dev.incidentkit.benchmarks.rules;

import dev.incidentkit.rules.dmn.DmnWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A workload in DMN: its table as this library exports it, and its inputs by name. */
final class Models {
    private Models() {}

    static String xml(Workload workload) {
        return DmnWriter.write(workload.name(), List.of(workload.table())).xml();
    }

    static Map<String, Object> values(Workload workload, int input) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int at = 0; at < workload.columns(); at++) {
            Column column = Column.ALL.get(at);
            Object value = column.value(workload.input(input)[at]);
            values.put(column.name(), column.isEnum() ? value.toString() : value);
        }
        return values;
    }
}
