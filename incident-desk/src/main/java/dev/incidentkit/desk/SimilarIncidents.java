package dev.incidentkit.desk;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.policy.Advisor;
import dev.incidentkit.core.policy.Suggestion;
import dev.incidentkit.store.IncidentQueries;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentQueryBuilder;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.SearchTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Suggests relations to incidents that look alike, by what a store knows of them: shared services count 40 of 100, the same
 * category 30 and one with the same beginning 15, shared words of the title 30. Services and words are compared by Jaccard's
 * index, the share of what both have in what either has. A host with a better measure is an {@link Advisor} of its own.
 *
 * <p>Looked at are the newest incidents with one of the services or with the category. Those that were cancelled, and those
 * that are linked already, are left out. Safe for use by several threads, as far as the store is.
 */
public final class SimilarIncidents implements Advisor {
    /** By which name suggestions tell where they come from. */
    static final String SOURCE = "similar-incidents/1";

    private static final int LOOKED_AT = 200;
    private static final int MOST_SERVICES = 5;
    private static final double SERVICES = 0.4;
    private static final double CATEGORY = 0.3;
    private static final double BRANCH = 0.15;
    private static final double WORDS = 0.3;

    private final IncidentQueries queries;
    private final double threshold;
    private final int most;

    /**
     * Looks in a store.
     *
     * @param queries finds incidents
     * @param threshold how alike they must be, above 0 to 1
     * @param most how many are suggested, at least 1
     * @throws IllegalArgumentException if a bound is passed
     */
    public SimilarIncidents(IncidentQueries queries, double threshold, int most) {
        if (!(threshold > 0 && threshold <= 1) || most < 1) {
            throw new IllegalArgumentException(
                    "Alike is above 0 to 1, of at least 1 incident, but came " + threshold + " of " + most);
        }
        this.queries = queries;
        this.threshold = threshold;
        this.most = most;
    }

    @Override
    public List<Suggestion> suggest(Incident incident) {
        Set<String> linked = new HashSet<>();
        incident.relations().forEach(relation -> linked.add(relation.target()));
        linked.add(incident.id().value());
        List<Suggestion> found = new ArrayList<>();
        for (IncidentSummary other : candidates(incident).values()) {
            if (other.phase() != Phase.CANCELLED
                    && !linked.contains(other.incident().value())) {
                Likeness likeness = Likeness.of(incident, other);
                if (likeness.score() >= threshold) {
                    found.add(likeness.suggestion(other));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Suggestion::confidence).reversed());
        return found.size() > most ? List.copyOf(found.subList(0, most)) : found;
    }

    private Map<String, IncidentSummary> candidates(Incident incident) {
        Map<String, IncidentSummary> found = new LinkedHashMap<>();
        incident.services().stream()
                .sorted()
                .limit(MOST_SERVICES)
                .forEach(service -> add(found, IncidentQuery.all().service(service)));
        incident.category()
                .map(Category::path)
                .ifPresent(path -> add(found, IncidentQuery.all().category(branch(path))));
        return found;
    }

    private void add(Map<String, IncidentSummary> found, IncidentQueryBuilder query) {
        queries.find(query.limit(LOOKED_AT).build())
                .incidents()
                .forEach(each -> found.putIfAbsent(each.incident().value(), each));
    }

    private static String branch(String path) {
        int end = path.indexOf('/');
        return end < 0 ? path : path.substring(0, end);
    }

    private static double jaccard(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        Set<String> either = new HashSet<>(some);
        either.addAll(others);
        return either.isEmpty() ? 0 : (double) both.size() / either.size();
    }

    private static Set<String> words(@Nullable String title) {
        return title == null ? Set.of() : new HashSet<>(SearchTerms.words(title));
    }

    /** How alike two incidents are, by part. */
    private record Likeness(double services, double category, double words) {
        static Likeness of(Incident incident, IncidentSummary other) {
            String path = incident.category().map(Category::path).orElse(null);
            String title = incident.title()
                    .filter(text -> !text.isRedacted())
                    .map(PersonalText::text)
                    .orElse(null);
            return new Likeness(
                    SERVICES * jaccard(incident.services(), other.services()),
                    category(path, other.category()),
                    WORDS * jaccard(SimilarIncidents.words(title), SimilarIncidents.words(other.title())));
        }

        private static double category(@Nullable String one, @Nullable String other) {
            if (one == null || other == null) {
                return 0;
            }
            if (one.equals(other)) {
                return CATEGORY;
            }
            return branch(one).equals(branch(other)) ? BRANCH : 0;
        }

        double score() {
            return services + category + words;
        }

        /** It says what counted how much, and no word of a title. */
        Suggestion suggestion(IncidentSummary other) {
            String because = String.format(
                    Locale.ROOT,
                    "%s is %s; of %.2f count services %.2f, category %.2f, words of the title %.2f",
                    other.incident(),
                    other.status(),
                    score(),
                    services,
                    category,
                    words);
            Relation relation =
                    new Relation(RelationKind.SIMILAR_TO, other.incident().value());
            return new Suggestion(new WorkCommand.Link(relation), Math.min(1, score()), SOURCE, because);
        }
    }
}
