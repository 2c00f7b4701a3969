package dev.incidentkit.json;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where in sealed bodies the personal data stands that a redaction names. */
public final class PersonalPaths {
    private static final String ATTRIBUTE = "attribute:";
    private static final String TICKET = "ticket.";
    private static final String ATTRIBUTES = "attributes.";
    private static final String PERSONAL = ".personal";
    private static final Map<String, Set<String>> PATHS = Map.of(
            "title", Set.of("title", "ticket.title"),
            "description", Set.of("description"),
            "symptoms", Set.of("symptoms"),
            "reporter", Set.of("reporter.name", "ticket.reporter.name"),
            "comment", Set.of("comment"),
            "reason", Set.of("reason"),
            "resolutionNote", Set.of("note"),
            "text", Set.of("text"),
            "summary", Set.of("summary"));

    /** The other way, since {@link #field} is asked of every personal value that is read. */
    private static final Map<String, String> FIELDS = PATHS.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(path -> Map.entry(path, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

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
                paths.add(ATTRIBUTES + name + PERSONAL);
                paths.add(TICKET + ATTRIBUTES + name + PERSONAL);
            } else {
                paths.addAll(PATHS.getOrDefault(field, Set.of()));
            }
        }
        return paths;
    }

    /**
     * {@return the name by which a redaction reaches what stands at a path; the path itself where none does}
     *
     * @param path a path of {@link PersonalData}
     */
    public static String field(String path) {
        String below = path.startsWith(TICKET) ? path.substring(TICKET.length()) : path;
        if (below.startsWith(ATTRIBUTES) && below.endsWith(PERSONAL)) {
            return ATTRIBUTE + below.substring(ATTRIBUTES.length(), below.length() - PERSONAL.length());
        }
        return FIELDS.getOrDefault(path, path);
    }
}
