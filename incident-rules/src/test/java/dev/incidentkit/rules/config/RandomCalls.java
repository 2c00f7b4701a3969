package dev.incidentkit.rules.config;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.policy.Rotation;
import dev.incidentkit.core.policy.Rotations;
import dev.incidentkit.core.process.AlertPolicy;
import dev.incidentkit.core.process.AlertPolicyBuilder;
import dev.incidentkit.core.process.AlertRecovery;
import dev.incidentkit.core.process.CascadeEffect;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.core.process.EscalationChain;
import dev.incidentkit.core.process.EscalationStep;
import dev.incidentkit.core.process.FlapRule;
import dev.incidentkit.core.process.KeyTemplate;
import dev.incidentkit.core.process.ProceduresBuilder;
import dev.incidentkit.core.process.SuppressionRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Alerts, cascades, escalations and rotations at random, with texts that a file must quote. */
final class RandomCalls {
    private static final List<String> ZONES = List.of("Europe/Zurich", "Asia/Kolkata", "Z", "+05:30");

    private final Random random;
    private final List<String> texts;
    private final Supplier<Condition> conditions;

    RandomCalls(Random random, List<String> texts, Supplier<Condition> conditions) {
        this.random = random;
        this.texts = texts;
        this.conditions = conditions;
    }

    private boolean chance() {
        return random.nextBoolean();
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String text() {
        return one(texts);
    }

    private Duration time() {
        return Duration.ofMillis(1 + random.nextInt(100_000_000));
    }

    void add(ProceduresBuilder builder, boolean anyCode) {
        if (chance()) {
            builder.alerts(alerts(anyCode));
        }
        for (Action step : CascadeRule.STEPS) {
            if (random.nextInt(4) == 0) {
                builder.addCascades(cascade(step));
            }
        }
        Rotations onCall = rotations();
        builder.onCall(onCall);
        for (int i = random.nextInt(3); i > 0; i--) {
            builder.addEscalations(chain("chain " + i + text(), onCall));
        }
    }

    private AlertPolicy alerts(boolean anyCode) {
        AlertPolicyBuilder builder = AlertPolicy.of(
                        chance() ? KeyTemplate.STANDARD : new KeyTemplate("{source}: {check} #"),
                        chance() ? Duration.ZERO : time())
                .recovery(one(List.of(AlertRecovery.values())))
                .service(chance() ? null : text());
        if (anyCode) {
            builder.code(text());
        }
        if (chance()) {
            builder.addAttributes("vip", "note");
            builder.flapping(new FlapRule(2 + random.nextInt(90), time(), time()));
        }
        Instant from = Instant.ofEpochMilli(random.nextInt(1_000_000_000));
        if (chance()) {
            builder.addSuppressions(
                    SuppressionRule.always("always " + text(), text(), text(), "b"),
                    new SuppressionRule("once", Map.of("site", Set.of(text())), from, from.plusMillis(1)));
        }
        return builder.build();
    }

    private CascadeRule cascade(Action step) {
        return new CascadeRule(
                step + text(),
                step,
                one(List.of(CascadeEffect.values())),
                chance() ? Set.of() : Set.of(text(), "CALLER"),
                chance() ? Set.of() : Set.of(Role.CALLER, new Role(text())),
                conditions.get());
    }

    private Rotations rotations() {
        List<Rotation> rotations = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDateTime from = LocalDateTime.of(2026, 1 + random.nextInt(12), 1, random.nextInt(24), 0, i);
            rotations.add(new Rotation(
                    "group " + i + text(),
                    ZoneId.of(one(ZONES)),
                    from,
                    chance() ? null : from.plusNanos(1),
                    1 + random.nextInt(366),
                    List.of(text(), "ben")));
        }
        return new Rotations(rotations);
    }

    private EscalationChain chain(String name, Rotations onCall) {
        List<EscalationStep> steps = new ArrayList<>();
        steps.add(EscalationStep.to(one(List.of(EscalationKind.values())), text(), time()));
        onCall.rotations()
                .forEach(rotation ->
                        steps.add(EscalationStep.onCall(EscalationKind.FUNCTIONAL, rotation.group(), time())));
        return new EscalationChain(name, conditions.get(), steps, random.nextInt(10));
    }
}
