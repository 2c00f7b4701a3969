package dev.incidentkit.report;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.lifecycle.LifecycleBuilder;
import dev.incidentkit.core.lifecycle.Transition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Lifecycles that nobody would draw up, from a seed. */
final class RandomLifecycles {
    /** Names that mean something to XML, to CSS, to Mermaid, or to the eye. None has a comma, which separates them. */
    static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "a --> b",
            "end note",
            "]]>",
            "&amp;",
            "\"quoted\"",
            "#59;",
            "%% gone",
            "state",
            "[*]",
            "x:y;z",
            "\u202Egnp",
            "\u7b49\u5f85 \uD83D\uDE42",
            "</style>",
            "{}",
            "`tick`",
            "a\u0000b",
            "Gr\u00fc\u00dfe",
            "w".repeat(60));

    private static final Guard MAYBE = new Guard("maybe", "1", (incident, context) -> List.of());

    private RandomLifecycles() {}

    static Lifecycle of(long seed) {
        Random random = new Random(seed);
        List<Status> statuses = statuses(random);
        LifecycleBuilder builder = Lifecycle.builder(random.nextBoolean() ? "random" : name(random, "random", 0))
                .statuses(statuses.toArray(Status[]::new))
                .transition(Action.REPORT, step -> step.to(statuses.get(0)));
        int count = random.nextInt(3 * statuses.size() + 1);
        for (int i = 0; i < count; i++) {
            step(builder, random, statuses, new Action(shortened(name(random, "ACT", i), i)));
        }
        return builder.build();
    }

    private static List<Status> statuses(Random random) {
        List<Status> statuses = new ArrayList<>();
        List<String> names = new ArrayList<>(HOSTILE);
        Collections.shuffle(names, random);
        int count = 1 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            String name = random.nextInt(3) == 0 ? names.get(i) : "STATUS_" + i;
            Phase phase = i == 0 ? Phase.NEW : Phase.values()[random.nextInt(Phase.values().length)];
            statuses.add(new Status(name, phase));
        }
        return statuses;
    }

    private static String name(Random random, String plain, int number) {
        return random.nextInt(4) == 0 ? HOSTILE.get(random.nextInt(HOSTILE.size())) : plain + number;
    }

    private static String shortened(String name, int number) {
        return name.substring(0, Math.min(36, name.length())) + number;
    }

    private static void step(LifecycleBuilder builder, Random random, List<Status> statuses, Action action) {
        List<Status> from = new ArrayList<>(statuses);
        Collections.shuffle(from, random);
        Status[] some = from.subList(0, 1 + random.nextInt(from.size())).toArray(Status[]::new);
        Status to = statuses.get(random.nextInt(statuses.size()));
        Status other = statuses.get(random.nextInt(statuses.size()));
        switch (random.nextInt(3)) {
            case 0 -> builder.transition(action, step -> step.from(some).to(to));
            case 1 ->
                builder.transition(
                        action, step -> step.from(some).toWhen(other, MAYBE).to(to));
            default -> builder.staying(List.of(some), action);
        }
    }

    /** A step as it must be shown: from where (empty: it begins an incident), to where, and under which label. */
    record Shown(String from, String to, String label) {}

    /** Every step from every status by every branch, read off the lifecycle and nothing else. */
    static List<Shown> steps(Lifecycle lifecycle) {
        List<Shown> shown = new ArrayList<>();
        for (Transition transition : lifecycle.transitions()) {
            boolean several = transition.branches().size() > 1;
            transition.branches().forEach(branch -> {
                String when = branch.when().isEmpty() ? " [else]" : " [maybe]";
                String label = transition.action().name() + (several ? when : "");
                Status to = branch.to();
                if (transition.from().isEmpty()) {
                    shown.add(new Shown("", to == null ? "" : to.name(), label));
                }
                transition
                        .from()
                        .forEach(
                                from -> shown.add(new Shown(from.name(), to == null ? from.name() : to.name(), label)));
            });
        }
        return shown;
    }
}
