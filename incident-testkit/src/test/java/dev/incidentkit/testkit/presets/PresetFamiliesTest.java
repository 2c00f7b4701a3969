package dev.incidentkit.testkit.presets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.CascadeOutcome;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.Taxonomy;
import dev.incidentkit.desk.Preview;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.rules.config.DefinitionFiles;
import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Families of incidents under every preset: no circles, and a preview is what then happens to parents and children. */
class PresetFamiliesTest {
    private static final int MEMBERS = 5;
    private static final int STEPS = 12;
    private static final Actor ANN = Actor.agent("ann");
    private static final Actor CLEO = Actor.caller("cleo");
    private static final List<ProcessDefinition> PRESETS = DefinitionFiles.presets().stream()
            .map(PresetFamiliesTest::cascading)
            .toList();
    private static final Set<String> CASCADED = new TreeSet<>();

    private static ProcessDefinition cascading(String preset) {
        ProcessDefinition definition = DefinitionFiles.standard().preset(preset).orThrow();
        return ProcessDefinition.builder(definition)
                .procedures(Procedures.builder(definition.procedures())
                        .cascades(CascadeRule.itil())
                        .build())
                .build();
    }

    @AfterContainer
    static void a_step_was_cascaded_under_every_preset() {
        assertThat(CASCADED)
                .containsExactlyInAnyOrderElementsOf(
                        PRESETS.stream().map(ProcessDefinition::name).toList());
    }

    /** Incidents of which some are parents of others. */
    private static final class Family {
        private final Random random;
        private final ProcessDefinition definition;
        private final ManualClock clock = ManualClock.startingAt("2026-03-02T09:00:00Z");
        private final ServiceDesk desk;
        private final List<IncidentId> members = new ArrayList<>();

        Family(Random random) {
            this.random = random;
            this.definition = PRESETS.get(random.nextInt(PRESETS.size()));
            AtomicInteger numbers = new AtomicInteger();
            this.desk = ServiceDesk.builder(new InMemoryIncidentStore(clock), definition)
                    .clock(clock)
                    .identities(() -> new IncidentId("INC-" + numbers.incrementAndGet()))
                    .build();
            for (int i = 0; i < MEMBERS; i++) {
                Report report = Report.of("outage", Reporter.person("cleo"), Channel.PHONE)
                        .impact(definition.impacts().levels().get(0))
                        .urgency(definition.urgencies().levels().get(0))
                        .severity(definition.severities().levels().get(0))
                        .category(category())
                        .symptoms("nothing works")
                        .addServices("mail")
                        .build();
                members.add(desk.report(report, ANN).incident());
            }
            handle(members.get(1), link(RelationKind.PARENT, members.get(0)), ANN);
            handle(members.get(2), link(RelationKind.PARENT, members.get(1)), ANN);
        }

        private Category category() {
            Taxonomy taxonomy = definition.procedures().taxonomy();
            return taxonomy == null
                    ? new Category("network")
                    : taxonomy.entries().stream()
                            .filter(entry -> entry.active() && !taxonomy.isDivided(entry.category()))
                            .findFirst()
                            .orElseThrow()
                            .category();
        }

        private IncidentId any() {
            return members.get(random.nextInt(members.size()));
        }

        private static IncidentCommand link(RelationKind kind, IncidentId to) {
            return new WorkCommand.Link(new Relation(kind, to.value()));
        }

        private void handle(IncidentId id, IncidentCommand command, Actor actor) {
            desk.handle(id, command, actor);
        }

        private IncidentCommand command() {
            return switch (random.nextInt(12)) {
                case 0, 1 -> new LifecycleCommand.Start(Owner.group("network"));
                case 2 -> LifecycleCommand.Hold.on(HoldReason.VENDOR);
                case 3 -> LifecycleCommand.Resume.BY_HAND;
                case 4 -> LifecycleCommand.Resolve.permanently(category(), code(), "Restarted");
                case 5 -> new LifecycleCommand.Reopen("again");
                case 6 -> new LifecycleCommand.Reject("no better");
                case 7 ->
                    random.nextInt(4) == 0
                            ? LifecycleCommand.Cancel.because(CancelReason.WITHDRAWN)
                            : new TriageCommand.Categorize(category());
                case 8 -> link(RelationKind.CHILD, any());
                case 9 -> link(RelationKind.PARENT, any());
                default -> own();
            };
        }

        private String code() {
            return definition.procedures().resolutionCodes().stream()
                    .sorted()
                    .findFirst()
                    .orElse("FIXED");
        }

        /** A step of the process's own, by which its statuses are reached. */
        private IncidentCommand own() {
            List<Action> own = definition.lifecycle().actions().stream()
                    .filter(action -> !action.isBuiltIn())
                    .toList();
            return own.isEmpty()
                    ? new LifecycleCommand.Start(Owner.group("network"))
                    : new LifecycleCommand.Perform(own.get(random.nextInt(own.size())), "so it is", Attributes.none());
        }

        private Map<IncidentId, List<IncidentEvent>> records() {
            Map<IncidentId, List<IncidentEvent>> records = new LinkedHashMap<>();
            members.forEach(id -> records.put(id, desk.events(id)));
            return records;
        }

        /** Every incident above one, found upward from it; a circle would lead back to where it began. */
        private void checkAncestors(IncidentId id) {
            Set<IncidentId> seen = new HashSet<>();
            List<IncidentId> above = parents(id);
            while (!above.isEmpty()) {
                assertThat(above).as("ancestors of " + id).doesNotContain(id);
                List<IncidentId> next = new ArrayList<>();
                above.stream().filter(seen::add).forEach(each -> next.addAll(parents(each)));
                above = next;
            }
        }

        private List<IncidentId> parents(IncidentId id) {
            return desk.load(id).orElseThrow().relations().stream()
                    .filter(relation -> relation.kind() == RelationKind.PARENT)
                    .map(relation -> new IncidentId(relation.target()))
                    .toList();
        }
    }

    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.randomValue(random -> new Random(random.nextLong()));
    }

    @Property
    void parents_never_form_circles_and_what_is_previewed_is_what_then_happens(@ForAll("randoms") Random random) {
        Family family = new Family(random);
        for (int i = 0; i < STEPS; i++) {
            family.clock.advance(Duration.ofMinutes(random.nextInt(30)));
            step(family);
        }
        for (IncidentId id : family.members) {
            family.checkAncestors(id);
            assertThat(Incident.replay(family.desk.events(id)))
                    .isEqualTo(family.desk.load(id).orElseThrow());
            assertThat(family.desk.load(id).orElseThrow().handling().cascades()).isEmpty();
        }
    }

    private static void step(Family family) {
        IncidentId id = family.any();
        IncidentCommand command = family.command();
        Actor actor = command instanceof LifecycleCommand.Reject ? CLEO : ANN;
        Map<IncidentId, List<IncidentEvent>> before = family.records();
        Preview preview;
        try {
            preview = family.desk.preview(id, command, actor);
        } catch (IncidentRejectedException refusal) {
            assertThat(family.desk.check(id, command, actor)).isEqualTo(refusal.unmet());
            return;
        }
        assertThat(family.records()).isEqualTo(before);
        family.handle(id, command, actor);
        Map<IncidentId, List<IncidentEvent>> written = new LinkedHashMap<>();
        family.records().forEach((each, events) -> {
            List<IncidentEvent> more =
                    events.subList(before.getOrDefault(each, List.of()).size(), events.size());
            if (!more.isEmpty()) {
                written.put(each, more);
            }
        });
        assertThat(preview.events()).isEqualTo(written);
        if (preview.cascaded().stream().anyMatch(result -> result.outcome() == CascadeOutcome.DONE)) {
            CASCADED.add(family.definition.name());
        }
    }
}
