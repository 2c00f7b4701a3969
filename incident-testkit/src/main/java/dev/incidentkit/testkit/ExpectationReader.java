package dev.incidentkit.testkit;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.MajorState;
import dev.incidentkit.core.incident.Participant;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Workaround;
import dev.incidentkit.core.sla.ClockState;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.testkit.assertion.ClockAssert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what must hold in a cell of a scenario. */
final class ExpectationReader {
    /** The column of refusals; what is done in a row with a cell here is expected to be refused. */
    static final String REFUSED = "refused";

    private static final String NONE = "none";

    private final Map<String, Function<String, Consumer<Moment>>> columns = new LinkedHashMap<>();

    ExpectationReader(ProcessDefinition definition) {
        columns.put("status", text -> moment -> assertThat(moment).incident().hasStatus(text));
        columns.put("phase", text -> {
            Phase phase = Phase.valueOf(text);
            return moment -> assertThat(moment).incident().hasPhase(phase);
        });
        columns.put("priority", ExpectationReader::priority);
        people();
        process(definition);
        columns.put(REFUSED, text -> {
            String[] codes = words(text);
            return moment -> assertThat(moment).refusal().isRefusedFor(codes);
        });
        columns.put("events", text -> moment -> events(moment, words(text)));
        clocks(definition);
    }

    private static Consumer<Moment> priority(String text) {
        return moment -> {
            if (text.equals(NONE)) {
                assertThat(moment).incident().hasNoPriority();
            } else {
                assertThat(moment).incident().hasPriority(text);
            }
        };
    }

    /** Who is accountable, and who is waited for. */
    private void people() {
        columns.put("owner", text -> moment -> {
            if (text.equals(NONE)) {
                assertThat(moment).incident().hasNoOwner();
            } else {
                assertThat(moment).incident().isOwnedByGroup(text);
            }
        });
        columns.put("waits for", text -> moment -> {
            if (text.equals(NONE)) {
                assertThat(moment).incident().doesNotWait();
            } else {
                assertThat(moment).incident().waitsFor(new HoldReason(text));
            }
        });
    }

    /** What is known of the incident beside its steps, each written with commas where there are several. */
    private void process(ProcessDefinition definition) {
        known(definition);
        plans();
        around();
        columns.put("sent", text -> moment -> sent(moment, words(text)));
    }

    private void known(ProcessDefinition definition) {
        lists(
                "category",
                incident -> incident.category().map(Category::path).stream().toList());
        lists(
                "severity",
                incident -> incident.severity().map(Severity::name).stream().toList());
        lists("services", incident -> List.copyOf(incident.services()));
        lists("checked", incident -> List.copyOf(incident.checklist()));
        definition
                .attributes()
                .keySet()
                .forEach(name -> lists(
                        "attribute " + name,
                        incident -> incident.attributes()
                                .get(name)
                                .map(AttributeTexts::of)
                                .orElse(List.of())));
    }

    private void plans() {
        lists(
                "model",
                incident -> Stream.ofNullable(incident.handling().model()).toList());
        lists(
                "major",
                incident -> Stream.ofNullable(incident.handling().major())
                        .map(MajorState::name)
                        .toList());
        lists("plans", incident -> List.copyOf(incident.handling().plans().values()));
        lists(
                "tasks",
                incident -> incident.handling().tasks().stream()
                        .map(task -> task.name() + " " + task.state())
                        .toList());
    }

    private void around() {
        lists(
                "relations",
                incident -> incident.relations().stream()
                        .map(relation -> relation.kind() + " " + relation.target())
                        .toList());
        lists(
                "workarounds",
                incident -> incident.handling().activeWorkarounds().stream()
                        .map(Workaround::name)
                        .toList());
        lists(
                "people",
                incident -> incident.handling().participants().stream()
                        .filter(Participant::isEngaged)
                        .map(one -> one.role() + " " + one.name())
                        .toList());
        lists(
                "deadlines",
                incident -> incident.handling().deadlines().stream()
                        .filter(deadline -> !deadline.passed())
                        .map(deadline -> deadline.kind() + " " + deadline.subject() + " " + deadline.dueAt())
                        .toList());
        lists(
                "overdue",
                incident -> incident.handling().overdue().stream()
                        .map(deadline -> deadline.kind() + " " + deadline.subject())
                        .toList());
    }

    /** What is there, in any order. */
    private void lists(String column, Function<Incident, List<String>> view) {
        columns.put(column, text -> {
            List<String> expected = text.equals(NONE) ? List.of() : sorted(List.of(words(text)));
            return moment ->
                    assertThat(moment).incident().has(column, expected, incident -> sorted(view.apply(incident)));
        });
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    /** What people were told of by the last step: the kind of event, and the audience where it names one. */
    private static void sent(Moment moment, String[] names) {
        List<String> expected = names.length == 1 && names[0].equals(NONE) ? List.of() : List.of(names);
        List<SentMessage> last = moment.sent().stream()
                .filter(message -> moment.last().contains(message.event()))
                .toList();
        List<String> came = last.stream()
                .map(message -> message.kind() + (message.audience() == null ? "" : " to " + message.audience()))
                .toList();
        if (!came.equals(expected)) {
            throw new AssertionError("\nExpecting people to be told by the last step of " + expected
                    + "\nbut they were told of " + came + "\nbecause it wrote " + kinds(moment.last()));
        }
    }

    private static String[] words(String text) {
        return text.split("\\s*,\\s*");
    }

    /** A clock is named by policy and target; by its target alone, where one policy has it. */
    private void clocks(ProcessDefinition definition) {
        Set<String> twice = new TreeSet<>();
        for (SlaPolicy policy : definition.slas()) {
            for (SlaTarget target : policy.targets()) {
                Function<String, Consumer<Moment>> reader = text -> clock(policy.name(), target.measure(), text);
                columns.put(policy.name() + "/" + target.name(), reader);
                if (columns.putIfAbsent(target.name(), reader) != null) {
                    twice.add(target.name());
                }
            }
        }
        twice.forEach(columns::remove);
    }

    boolean knows(String column) {
        return columns.containsKey(column);
    }

    Set<String> columns() {
        return columns.keySet();
    }

    /**
     * Reads a cell.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    Consumer<Moment> read(String column, String text) {
        Function<String, Consumer<Moment>> reader = columns.get(column);
        if (reader == null) {
            throw new IllegalArgumentException("'" + column + "' is none of " + columns.keySet());
        }
        return reader.apply(text);
    }

    private static void events(Moment moment, String[] names) {
        List<String> expected = names.length == 1 && names[0].equals(NONE) ? List.of() : List.of(names);
        List<String> came = kinds(moment.last());
        if (!came.equals(expected)) {
            throw new AssertionError("\nExpecting the last step to write " + expected + "\nbut it wrote " + came
                    + "\nbecause these events came: " + moment.last());
        }
    }

    private static List<String> kinds(List<IncidentEvent> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    /** {@code RUNNING}, {@code PAUSED, breached}, {@code due 2026-03-02T13:00:00Z}, {@code elapsed PT4H}. */
    private static Consumer<Moment> clock(String policy, Measure measure, String text) {
        List<Consumer<ClockAssert>> checks = new ArrayList<>();
        for (String word : words(text)) {
            checks.add(clockCheck(word));
        }
        return moment -> {
            ClockAssert clock = assertThat(moment).clock(policy, measure);
            checks.forEach(check -> check.accept(clock));
        };
    }

    private static Consumer<ClockAssert> clockCheck(String word) {
        if (word.startsWith("due ")) {
            Instant due = Instant.parse(word.substring(4).strip());
            return clock -> clock.isDueAt(due);
        }
        if (word.startsWith("elapsed ")) {
            Duration elapsed = Duration.parse(word.substring(8).strip());
            return clock -> clock.hasElapsed(elapsed);
        }
        return switch (word) {
            case NONE -> ClockAssert::doesNotApply;
            case "breached" -> ClockAssert::isBreached;
            case "not breached" -> ClockAssert::isNotBreached;
            default -> {
                ClockState state = ClockState.valueOf(word);
                yield clock -> clock.hasState(state);
            }
        };
    }
}
