package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.examples.desk.form.Input;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.SearchTerms;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the queue is narrowed by, as it stands in the address.
 *
 * @param values what was chosen, by name
 * @param user who looks
 * @param after behind which incident the page begins; null for the first page
 */
record QueueFilter(
        Map<String, String> values, String user, @Nullable String after) {
    static final int PAGE = 25;
    private static final List<String> NAMES = List.of("words", "status", "priority", "scope", "group", "whose");

    static QueueFilter read(Context ctx, String user) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = Objects.requireNonNullElse(ctx.queryParam(name), "").strip();
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        }
        String after = ctx.queryParam("after");
        return new QueueFilter(values, user, after == null || after.isEmpty() ? null : after);
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    IncidentQuery query() {
        String status = value("status");
        String group = value("group");
        return IncidentQuery.all()
                .order(IncidentQuery.Order.WORK_QUEUE)
                .limit(PAGE)
                .after(after)
                .words(SearchTerms.words(value("words")))
                .statuses(status.isEmpty() ? Set.of() : Set.of(status))
                .phases(status.isEmpty() ? phases() : Set.of())
                .priorities(value("priority").isEmpty() ? Set.of() : Set.of(value("priority")))
                .ownerGroup(group.isEmpty() ? null : group)
                .ownerPerson(value("whose").equals("MINE") ? user : null)
                .build();
    }

    private Set<Phase> phases() {
        return switch (value("scope")) {
            case "ALL" -> Set.of();
            case "RESOLVED" -> Set.of(Phase.RESOLVED);
            case "ENDED" -> Set.of(Phase.CLOSED, Phase.CANCELLED);
            default -> Set.of(Phase.NEW, Phase.ACTIVE, Phase.ON_HOLD);
        };
    }

    /** The address of a page of the same queue. */
    String address(@Nullable String behind) {
        Map<String, String> all = new LinkedHashMap<>(values);
        if (behind != null) {
            all.put("after", behind);
        }
        return all.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/?", ""));
    }

    static List<Input> inputs(QueueFilter filter, Stream<String> statuses, Stream<String> priorities) {
        return Stream.of(
                        Input.text("words", "Words"),
                        Input.oneOf("scope", "Which", Stream.of("OPEN", "RESOLVED", "ENDED", "ALL")),
                        Input.oneOf("status", "Status", statuses),
                        Input.oneOf("priority", "Priority", priorities),
                        Input.text("group", "Group"),
                        Input.oneOf("whose", "Whose", Stream.of("MINE")))
                .map(input -> input.filled(filter.value(input.name())))
                .toList();
    }
}
