package dev.incidentkit.testkit.presets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.CascadeOutcome;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationEvent;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.desk.Preview;
import dev.incidentkit.rules.config.DefinitionFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** What must hold for incidents that belong together under every process that ships with the library. */
class FamilyLawsTest {
    private static final int WORK = 8;
    private static final int RELATIONS = 12;
    private static final String SEEN = "under each preset";
    private static final List<Family.Kind> PRESETS = DefinitionFiles.presets().stream()
            .map(name -> new Family.Kind(DefinitionFiles.standard().preset(name).orThrow()))
            .toList();

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(Random::nextLong);
    }

    private static Family drawn(long seed) {
        return new Family(PRESETS.get(Math.floorMod(seed, PRESETS.size())), seed);
    }

    private static void seen(Family family, Object what) {
        Statistics.label(SEEN).collect(family.kind().name(), what.toString());
    }

    /** A law that never meets the case that it is about proves nothing. */
    private static void demand(Object... cases) {
        Statistics.label(SEEN).coverage(coverage -> {
            for (Family.Kind preset : PRESETS) {
                for (Object one : cases) {
                    coverage.check(preset.name(), one.toString()).count(count -> count > 0);
                }
            }
        });
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void what_a_preview_shows_is_what_then_happens(@ForAll("seeds") long seed) {
        Family family = drawn(seed);
        for (int i = 0; i < WORK; i++) {
            family.later();
            Family.Step step = family.work();
            Map<IncidentId, Long> before = family.versions();
            Preview preview;
            try {
                preview = family.desk.preview(step.incident(), step.command(), step.actor());
            } catch (IncidentRejectedException refusal) {
                assertThat(family.desk.check(step.incident(), step.command(), step.actor()))
                        .isEqualTo(refusal.unmet());
                continue;
            }
            assertThat(family.versions()).isEqualTo(before);

            family.desk.handle(step.incident(), step.command(), step.actor());

            assertThat(preview.events()).isEqualTo(family.since(before));
            told(family, preview);
        }
        family.settle();
        family.incidents().forEach(id -> endedOnce(family.load(id)));
        demand(CascadeOutcome.DONE, CascadeOutcome.REFUSED, CascadeOutcome.NOTHING_TO_DO, "grandchildren");
        demand(Family.FOLLOWED.toArray());
    }

    private static void told(Family family, Preview preview) {
        preview.cascaded().forEach(result -> seen(family, result.outcome()));
        int cascades = 0;
        for (List<IncidentEvent> events : preview.events().values()) {
            for (IncidentEvent event : events) {
                if (event instanceof RelationEvent.CascadeAsked asked) {
                    seen(family, asked.action());
                    cascades++;
                }
            }
        }
        if (cascades > 1) {
            seen(family, "grandchildren");
        }
    }

    /** No cascade is left over, and each ended once. */
    private static void endedOnce(Incident incident) {
        assertThat(incident.handling().cascades()).isEmpty();
        assertThat(incident.history())
                .filteredOn(RelationEvent.CascadeEnded.class::isInstance)
                .hasSameSizeAs(incident.history().stream()
                        .filter(RelationEvent.CascadeAsked.class::isInstance)
                        .toList());
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void no_incident_becomes_its_own_ancestor_and_both_ends_tell_the_same(@ForAll("seeds") long seed) {
        Family family = drawn(seed);
        Random random = new Random(~seed);
        for (int i = 0; i < RELATIONS; i++) {
            family.later();
            int what = random.nextInt(12);
            if (what == 0) {
                if (family.merge()) {
                    seen(family, "merged");
                }
            } else {
                take(family, what < 3 ? family.work() : family.relation());
            }
            lineOfDescent(family);
        }
        demand("linked", "unlinked", "refused because of a circle", "duplicate", "merged");
    }

    /** A circle is what is refused as one, and nothing else is. */
    private static void take(Family family, Family.Step step) {
        boolean closes = closesCircle(family, step);
        List<Unmet> unmet = family.desk.check(step.incident(), step.command(), step.actor());
        boolean isCalledCircle = unmet.stream().anyMatch(one -> one.code().equals(UnmetCode.RELATION_CIRCULAR));
        if (closes) {
            assertThat(unmet).as("%s", step).isNotEmpty();
        }
        if (isCalledCircle && isOfParents(step)) {
            assertThat(closes).as("%s", step).isTrue();
        }
        if (unmet.isEmpty()) {
            boolean isWritten = family.desk
                            .handle(step.incident(), step.command(), step.actor())
                            .events()
                    > 0;
            if (isWritten) {
                seen(family, kind(step));
            }
        } else if (isCalledCircle) {
            seen(family, "refused because of a circle");
        }
    }

    private static String kind(Family.Step step) {
        if (step.command() instanceof WorkCommand.Link) {
            return "linked";
        }
        if (step.command() instanceof WorkCommand.Unlink) {
            return "unlinked";
        }
        return step.command().action().equals(Action.CANCEL) ? "duplicate" : "other work";
    }

    private static boolean isOfParents(Family.Step step) {
        return step.command() instanceof WorkCommand.Link
                && (step.relation().kind() == RelationKind.PARENT
                        || step.relation().kind() == RelationKind.CHILD);
    }

    private static boolean closesCircle(Family family, Family.Step step) {
        if (!isOfParents(step)) {
            return false;
        }
        IncidentId other = new IncidentId(step.relation().target());
        boolean isParent = step.relation().kind() == RelationKind.PARENT;
        IncidentId child = isParent ? step.incident() : other;
        IncidentId parent = isParent ? other : step.incident();
        return !child.equals(parent)
                && above(family, parent, RelationKind.PARENT, new HashSet<>()).contains(child);
    }

    /** All that are reached from an incident, the parents of its parents among them. */
    private static Set<IncidentId> above(Family family, IncidentId id, RelationKind way, Set<IncidentId> found) {
        for (IncidentId next : family.related(id, way)) {
            if (found.add(next)) {
                above(family, next, way, found);
            }
        }
        return found;
    }

    private static void lineOfDescent(Family family) {
        for (IncidentId id : family.incidents()) {
            assertThat(above(family, id, RelationKind.PARENT, new HashSet<>())).doesNotContain(id);
            assertThat(above(family, id, RelationKind.DUPLICATE_OF, new HashSet<>()))
                    .doesNotContain(id);
            for (Relation relation : family.load(id).relations()) {
                RelationKind back = inverse(relation.kind());
                if (back != null) {
                    assertThat(family.related(new IncidentId(relation.target()), back))
                            .contains(id);
                }
            }
        }
    }

    private static @Nullable RelationKind inverse(RelationKind kind) {
        return switch (kind) {
            case PARENT -> RelationKind.CHILD;
            case CHILD -> RelationKind.PARENT;
            case DUPLICATE_OF -> RelationKind.DUPLICATED_BY;
            case DUPLICATED_BY -> RelationKind.DUPLICATE_OF;
            case SIMILAR_TO -> RelationKind.SIMILAR_TO;
            default -> null;
        };
    }
}
