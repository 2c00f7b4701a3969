package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.Unmet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects unmet requirements without allocating where there are none. */
final class Unmets {
    private Unmets() {}

    static List<Unmet> add(@Nullable List<Unmet> list, Unmet more) {
        List<Unmet> result = list == null ? new ArrayList<>() : list;
        result.add(more);
        return result;
    }

    static @Nullable List<Unmet> addAll(@Nullable List<Unmet> list, List<Unmet> more) {
        if (more.isEmpty()) {
            return list;
        }
        List<Unmet> result = list == null ? new ArrayList<>() : list;
        result.addAll(more);
        return result;
    }
}
