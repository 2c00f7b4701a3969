package dev.incidentkit.examples.vectors;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The members that a case and its parts may have. One that is misspelt would be left out of the question in silence. */
final class VectorMembers {
    private static final Set<String> SPAN = Set.of("from", "to");
    private static final Set<String> BREAK = Set.of("date", "from", "to");
    private static final Set<String> CASE = Set.of(
            "id",
            "op",
            "tz",
            "week",
            "overrides",
            "holidays",
            "breaks",
            "pauses",
            "start",
            "end",
            "local",
            "count",
            "amountSeconds",
            "amountDays",
            "expected",
            "landsOnClose",
            "expectedClose",
            "alternatives",
            // what is told about a case and asked of nobody
            "source",
            "basis",
            "where",
            "kind",
            "tags",
            "note",
            "answers",
            "disputed",
            "expectedNextOpen",
            "expectedMinutes",
            "expectedPhysical");

    private VectorMembers() {}

    /**
     * Checks the members of a case, of its pauses and of its breaks.
     *
     * @throws VectorException if one is not known
     */
    static void check(String place, JsonNode node) {
        check(place, "a case", node, CASE);
        node.path("pauses").forEach(pause -> check(place, "a pause", pause, SPAN));
        node.path("breaks").forEach(pause -> check(place, "a break", pause, BREAK));
    }

    private static void check(String place, String what, JsonNode node, Set<String> known) {
        for (String member : node.propertyNames()) {
            if (!known.contains(member)) {
                throw new VectorException(
                        place + ": " + what + " has no member '" + member + "', only " + new TreeSet<>(known));
            }
        }
    }
}
