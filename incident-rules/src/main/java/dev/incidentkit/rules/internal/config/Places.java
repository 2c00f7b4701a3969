package dev.incidentkit.rules.internal.config;

import dev.incidentkit.rules.internal.yaml.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the named parts of procedures stand, for what is found about them later. Not safe for use by several threads. */
final class Places {
    private final Map<String, Section> bySubject = new LinkedHashMap<>();

    /** Notes where a part stands, under the words with which findings about it begin. */
    void put(String what, String name, Section section) {
        bySubject.putIfAbsent(what + " '" + name + "'", section);
    }

    /** Notes where a part without a name stands, under the words with which findings about it begin. */
    void part(String what, Section section) {
        bySubject.putIfAbsent(what + " ", section);
    }

    /** The place of the part that a finding is about; null where it names none. */
    @Nullable
    Section of(String finding) {
        for (Map.Entry<String, Section> place : bySubject.entrySet()) {
            if (finding.startsWith(place.getKey())) {
                return place.getValue();
            }
        }
        return null;
    }
}
