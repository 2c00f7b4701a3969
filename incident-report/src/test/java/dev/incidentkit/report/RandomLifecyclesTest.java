package dev.incidentkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.report.RandomLifecycles.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.w3c.dom.Document;

class RandomLifecyclesTest {
    private static final Pattern STATE = Pattern.compile("^    state \"(.*)\" as (\\w+)$", Pattern.MULTILINE);
    private static final Pattern ARROW = Pattern.compile("^    (\\[\\*]|\\w+) --> (\\w+) : (.*)$", Pattern.MULTILINE);
    private static final Pattern NOTE = Pattern.compile(
            "^    note right of (\\w+)\n        Stays in (.*)\n        (.*)\n    end note$", Pattern.MULTILINE);
    private static final int TRIES = Math.max(1, Integer.getInteger("incidentkit.tries.percent", 10) * 10);

    private static List<Shown> escaped(List<Shown> shown) {
        return shown.stream()
                .map(step -> new Shown(
                        LifecycleMermaid.escape(step.from()),
                        LifecycleMermaid.escape(step.to()),
                        LifecycleMermaid.escape(step.label())))
                .toList();
    }

    @Property
    void mermaid_has_every_status_and_every_step_exactly_once(@ForAll long seed) {
        Lifecycle lifecycle = RandomLifecycles.of(seed);

        String mermaid = LifecycleDiagram.mermaid(lifecycle);

        Map<String, String> names = new HashMap<>();
        Matcher state = STATE.matcher(mermaid);
        List<String> declared = new ArrayList<>();
        while (state.find()) {
            declared.add(state.group(1));
            assertThat(names.put(state.group(2), state.group(1))).isNull();
        }
        assertThat(declared)
                .containsExactlyElementsOf(lifecycle.statuses().stream()
                        .map(Status::name)
                        .map(LifecycleMermaid::escape)
                        .toList());
        assertThat(drawn(mermaid, names))
                .containsExactlyInAnyOrderElementsOf(escaped(RandomLifecycles.steps(lifecycle)));
    }

    private static List<Shown> drawn(String mermaid, Map<String, String> names) {
        List<Shown> drawn = new ArrayList<>();
        Matcher arrow = ARROW.matcher(mermaid);
        while (arrow.find()) {
            String from = arrow.group(1).equals("[*]") ? "" : names.getOrDefault(arrow.group(1), "no status");
            drawn.add(new Shown(from, names.getOrDefault(arrow.group(2), "no status"), arrow.group(3)));
        }
        Matcher note = NOTE.matcher(mermaid);
        while (note.find()) {
            for (String status : note.group(2).split(", ", -1)) {
                for (String label : note.group(3).split(", ", -1)) {
                    drawn.add(new Shown(status, status, label));
                }
            }
        }
        return drawn;
    }

    /** Drawing takes longer than writing, so it has fewer tries. */
    @Example
    void svg_has_every_status_and_every_step_exactly_once() {
        for (int seed = 0; seed < TRIES; seed++) {
            Lifecycle lifecycle = RandomLifecycles.of(seed);
            String svg = LifecycleDiagram.svg(lifecycle);
            Document picture = Pictures.parse(svg);

            assertThat(Pictures.texts(picture, "name"))
                    .containsExactlyElementsOf(lifecycle.statuses().stream()
                            .map(Status::name)
                            .map(SvgWriter::clean)
                            .toList());
            assertThat(Pictures.labels(picture))
                    .containsExactlyInAnyOrderElementsOf(RandomLifecycles.steps(lifecycle).stream()
                            .filter(step -> !step.from().equals(step.to()))
                            .map(step -> SvgWriter.clean(step.label()))
                            .toList());
            String notes = String.join(" ", Pictures.texts(picture, "label"));
            assertThat(RandomLifecycles.steps(lifecycle))
                    .filteredOn(step -> step.from().equals(step.to()))
                    .allSatisfy(step -> assertThat(notes).contains(SvgWriter.clean(step.label())));
            assertThat(LifecycleDiagram.svg(RandomLifecycles.of(seed))).isEqualTo(svg);
        }
    }

    @Example
    void boxes_and_labels_never_overlap() {
        for (int seed = 0; seed < TRIES; seed++) {
            LifecycleLayout layout = LifecycleLayout.of(LifecycleGraph.of(RandomLifecycles.of(seed)));
            List<LifecycleLayout.Place> places = new ArrayList<>(layout.dots());
            layout.boxes().forEach(box -> places.add(box.place()));
            layout.routes().stream()
                    .map(LifecycleLayout.Route::label)
                    .filter(label -> label.width() > 0)
                    .forEach(places::add);
            for (int i = 0; i < places.size(); i++) {
                for (int k = i + 1; k < places.size(); k++) {
                    assertThat(overlap(places.get(i), places.get(k)))
                            .as("seed %d, %s and %s", seed, places.get(i), places.get(k))
                            .isFalse();
                }
            }
        }
    }

    private static boolean overlap(LifecycleLayout.Place a, LifecycleLayout.Place b) {
        return a.x() + a.width() > b.x() + 0.01
                && b.x() + b.width() > a.x() + 0.01
                && a.y() + a.height() > b.y() + 0.01
                && b.y() + b.height() > a.y() + 0.01;
    }

    @Example
    void the_hard_cases_are_drawn() {
        Set<String> seen = new HashSet<>();
        for (int seed = 0; seed < TRIES; seed++) {
            Lifecycle lifecycle = RandomLifecycles.of(seed);
            lifecycle.statuses().forEach(status -> seen.add(status.name()));
            lifecycle.statuses().forEach(status -> seen.add(status.phase().name()));
            LifecycleGraph graph = LifecycleGraph.of(lifecycle);
            seen.add("edges with one step "
                    + graph.edges().stream().anyMatch(e -> e.steps().size() == 1));
            seen.add("edges with more steps "
                    + graph.edges().stream().anyMatch(e -> e.steps().size() > 1));
            seen.add("stays " + !graph.stays().isEmpty());
            seen.add("guarded "
                    + RandomLifecycles.steps(lifecycle).stream()
                            .anyMatch(s -> s.label().endsWith("[maybe]")));
        }
        assertThat(seen).containsAll(RandomLifecycles.HOSTILE);
        assertThat(seen)
                .contains("NEW", "ACTIVE", "ON_HOLD", "RESOLVED", "CLOSED", "CANCELLED")
                .contains("edges with one step true", "edges with more steps true", "stays true", "stays false")
                .contains("guarded true");
    }
}
