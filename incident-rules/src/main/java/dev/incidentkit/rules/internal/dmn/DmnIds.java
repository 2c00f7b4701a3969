package dev.incidentkit.rules.internal.dmn;

import java.util.HashSet;
import java.util.Set;

/** Ids of one document: names of XML, each once. */
final class DmnIds {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_.-]*+";

    private final Set<String> used = new HashSet<>();

    /** The wanted id where it is free and a name of XML, else one like it. */
    String make(String wanted) {
        String name = wanted.matches(NAME) ? wanted : "_" + wanted.replaceAll("[^A-Za-z0-9_.-]", "_");
        String id = name;
        for (int i = 2; !used.add(id); i++) {
            id = name + "_" + i;
        }
        return id;
    }
}
