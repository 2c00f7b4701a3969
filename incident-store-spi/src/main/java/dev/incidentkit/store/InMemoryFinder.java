package dev.incidentkit.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds summaries by looking at each one. */
final class InMemoryFinder {
    private static final Comparator<IncidentSummary> BY_IDENTITY =
            Comparator.comparing(summary -> summary.incident().value());
    private static final Comparator<IncidentSummary> NEWEST = Comparator.comparing(IncidentSummary::reportedAt)
            .thenComparing(BY_IDENTITY)
            .reversed();
    private static final Comparator<IncidentSummary> WORK_QUEUE = Comparator.comparingInt(InMemoryFinder::closedness)
            .thenComparingInt(IncidentSummary::priorityRank)
            .thenComparing(IncidentSummary::nextBreach, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(IncidentSummary::reportedAt)
            .thenComparing(BY_IDENTITY);

    private final IncidentQuery query;

    InMemoryFinder(IncidentQuery query) {
        this.query = query;
    }

    Page find(Collection<IncidentSummary> all) {
        Comparator<IncidentSummary> order = switch (query.order()) {
            case WORK_QUEUE -> WORK_QUEUE;
            case NEWEST -> NEWEST;
            case IDENTITY -> BY_IDENTITY;
        };
        List<IncidentSummary> found = all.stream()
                .filter(this::matches)
                .sorted(order)
                .filter(this::isAfterCursor)
                .limit(query.limit() + 1L)
                .toList();
        if (found.size() <= query.limit()) {
            return new Page(found, null);
        }
        List<IncidentSummary> page = found.subList(0, query.limit());
        return new Page(page, cursor(page.get(page.size() - 1)));
    }

    /** The keys of the last incident, so that a page goes on in the right place even if that one has changed. */
    private String cursor(IncidentSummary last) {
        return switch (query.order()) {
            case WORK_QUEUE ->
                closedness(last) + "/" + last.priorityRank() + "/" + millis(last.nextBreach()) + "/"
                        + last.reportedAt().toEpochMilli() + "/"
                        + last.incident().value();
            case NEWEST ->
                last.reportedAt().toEpochMilli() + "/" + last.incident().value();
            case IDENTITY -> last.incident().value();
        };
    }

    private static int closedness(IncidentSummary summary) {
        return summary.phase().isOpen() ? 0 : 1;
    }

    private static long millis(@Nullable Instant instant) {
        return instant == null ? Long.MAX_VALUE : instant.toEpochMilli();
    }

    private boolean isAfterCursor(IncidentSummary summary) {
        String after = query.after();
        if (after == null) {
            return true;
        }
        return switch (query.order()) {
            case IDENTITY -> summary.incident().value().compareTo(after) > 0;
            case NEWEST -> {
                String[] keys = after.split("/", 2);
                long[] mine = {summary.reportedAt().toEpochMilli()};
                yield compare(mine, summary.incident().value(), new long[] {number(keys, 0)}, last(keys)) < 0;
            }
            case WORK_QUEUE -> {
                String[] keys = after.split("/", 5);
                long[] mine = {
                    closedness(summary),
                    summary.priorityRank(),
                    millis(summary.nextBreach()),
                    summary.reportedAt().toEpochMilli()
                };
                long[] theirs = {number(keys, 0), number(keys, 1), number(keys, 2), number(keys, 3)};
                yield compare(mine, summary.incident().value(), theirs, last(keys)) > 0;
            }
        };
    }

    private long number(String[] keys, int index) {
        try {
            return Long.parseLong(keys[index]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("'" + query.after() + "' is no cursor of " + query.order(), e);
        }
    }

    private static String last(String[] keys) {
        return keys[keys.length - 1];
    }

    private static int compare(long[] mine, String id, long[] theirs, String theirId) {
        int byKeys = Arrays.compare(mine, theirs);
        return byKeys == 0 ? id.compareTo(theirId) : byKeys;
    }

    private boolean matches(IncidentSummary summary) {
        return anyOf(query.statuses(), summary.status())
                && anyOf(query.phases(), summary.phase())
                && (query.priorities().isEmpty()
                        || (summary.priority() != null && query.priorities().contains(summary.priority())))
                && same(query.ownerGroup(), summary.ownerGroup())
                && same(query.ownerPerson(), summary.ownerPerson())
                && same(query.number(), summary.number())
                && (query.service() == null || summary.services().contains(query.service()))
                && (query.externalReference() == null
                        || summary.externalReferences().contains(query.externalReference()))
                && isUnder(query.category(), summary.category())
                && hasWords(summary)
                && within(query.reportedFrom(), summary.reportedAt(), query.reportedBefore())
                && within(query.resolvedFrom(), summary.resolvedAt(), query.resolvedBefore())
                && within(query.endedFrom(), summary.endedAt(), query.endedBefore())
                && within(null, summary.nextBreach(), query.breachBefore())
                && query.attributes().entrySet().stream()
                        .allMatch(wanted ->
                                wanted.getValue().equals(summary.attributes().get(wanted.getKey())));
    }

    private static <T> boolean anyOf(Set<T> wanted, T present) {
        return wanted.isEmpty() || wanted.contains(present);
    }

    private static boolean same(@Nullable String wanted, @Nullable String present) {
        return wanted == null || wanted.equals(present);
    }

    private static boolean isUnder(@Nullable String wanted, @Nullable String present) {
        return wanted == null || (present != null && (present.equals(wanted) || present.startsWith(wanted + "/")));
    }

    private static boolean within(@Nullable Instant from, @Nullable Instant present, @Nullable Instant before) {
        if (from == null && before == null) {
            return true;
        }
        return present != null
                && (from == null || !present.isBefore(from))
                && (before == null || present.isBefore(before));
    }

    private boolean hasWords(IncidentSummary summary) {
        if (query.words().isEmpty()) {
            return true;
        }
        Set<String> present = SearchTerms.of(summary);
        return query.words().stream()
                .flatMap(wanted -> SearchTerms.words(wanted).stream())
                .allMatch(wanted -> present.stream().anyMatch(word -> word.startsWith(wanted)));
    }
}
