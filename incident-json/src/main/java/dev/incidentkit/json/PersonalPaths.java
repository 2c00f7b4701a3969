package dev.incidentkit.json;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where in sealed bodies the personal data stands that a redaction names. */
public final class PersonalPaths {
    private static final String ATTRIBUTE = "attribute:";
    private static final Map<String, Set<String>> PATHS = Map.of(
            "title", Set.of("title", "ticket.title"),
            "description", Set.of("description"),
            "reporter", Set.of("reporter.name", "ticket.reporter.name"),
            "comment", Set.of("comment"),
            "reason", Set.of("reason"),
            "resolutionNote", Set.of("note"),
            "text", Set.of("text"),
            "summary", Set.of("summary"));

    private PersonalPaths() {}

    /**
     * The paths that the scope of a redaction names.
     *
     * @param scope names of texts and of attributes, as a redaction's event has them
     * @return the paths of {@link PersonalData}; none for an empty scope, which means all
     */
    public static Set<String> of(Set<String> scope) {
        Set<String> paths = new HashSet<>();
        for (String field : scope) {
            if (field.startsWith(ATTRIBUTE)) {
                String name = field.substring(ATTRIBUTE.length());
                paths.add("attributes." + name + ".personal");
                paths.add("ticket.attributes." + name + ".personal");
            } else {
                paths.addAll(PATHS.getOrDefault(field, Set.of()));
            }
        }
        return paths;
    }
}
