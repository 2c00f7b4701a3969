package dev.incidentkit.rules.config;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.TaskPart;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.policy.ConditionTable;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.ChangePolicy;
import dev.incidentkit.core.process.FieldRule;
import dev.incidentkit.core.process.MessageLine;
import dev.incidentkit.core.process.ModelDefaults;
import dev.incidentkit.core.process.ModelDefaultsBuilder;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.ProceduresBuilder;
import dev.incidentkit.core.process.ResolutionCodes;
import dev.incidentkit.core.process.StaffingRule;
import dev.incidentkit.core.process.TaskTemplate;
import dev.incidentkit.core.process.Taxonomy;
import dev.incidentkit.core.process.TaxonomyBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Procedures and guards that use every part of the form, at random, with texts that a file must quote. */
final class RandomProcedures {
    private final Random random;
    private final List<String> texts;

    RandomProcedures(Random random, List<String> texts) {
        this.random = random;
        this.texts = texts;
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

    Procedures procedures() {
        ProceduresBuilder builder = Procedures.builder();
        if (chance()) {
            builder.taxonomy(taxonomy());
        }
        plans(builder);
        for (int i = random.nextInt(3); i > 0; i--) {
            MessageLine line = chance()
                    ? MessageLine.every("line " + i + text(), "audience " + i, new Channel("way " + i), text(), time())
                    : MessageLine.once("line " + i + text(), "audience " + i, Channel.MAIL, text(), time());
            builder.addMessages(chance() ? line.when(condition()) : line);
        }
        if (chance()) {
            builder.addStaffing(
                    new StaffingRule(text(), condition(), new Role("role " + text()), 1 + random.nextInt(100), time()));
            builder.addFields(new FieldRule(
                    text(), one(List.of(Action.REPORT, Action.RESOLVE)), condition(), List.of(Field.attribute("vip"))));
            builder.addChanges(new ChangePolicy(text(), text(), Set.of(Role.RESOLVER, Role.CALLER), time()));
        }
        boolean anyCode = chance();
        if (!anyCode) {
            builder.resolutionCodes(chance() ? ResolutionCodes.COMMON : Set.of(text(), "common"));
        }
        if (chance()) {
            builder.addReviewSections(one(List.of(ReviewSection.values()))).addSigners(new Role(text()));
        }
        if (anyCode) {
            new RandomCalls(random, texts, this::condition).add(builder, chance());
        }
        return builder.build();
    }

    private static Taxonomy with(TaxonomyBuilder builder, @Nullable String deactivated) {
        return deactivated == null
                ? builder.build()
                : builder.deactivate(deactivated).build();
    }

    private Taxonomy taxonomy() {
        TaxonomyBuilder own = Taxonomy.builder(text())
                .category("a", text())
                .category("a/b", text())
                .category("a/c: d", text());
        return switch (random.nextInt(4)) {
            case 0 -> Taxonomy.deskera6();
            case 1 -> with(Taxonomy.builder(Taxonomy.budibase8()), "hardware");
            case 2 -> with(own, "a/b");
            default -> with(own, chance() ? "a" : null);
        };
    }

    private void plans(ProceduresBuilder builder) {
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            builder.addPlans(plan("plan " + i));
        }
        if (count > 0) {
            builder.addPlans(new Plan(
                    PlanKind.MODEL, "model", List.of(), List.of(), defaults(), chance() ? null : LocalDate.EPOCH));
            builder.selection(new ConditionTable<>(
                    text(), List.of(new ConditionTable.Row<>("rule " + text(), condition(), "model"))));
        } else if (chance()) {
            builder.classification(new ConditionTable<>(
                    text(), List.of(new ConditionTable.Row<>(text(), condition(), new Category("a/b")))));
        }
    }

    private Plan plan(String name) {
        TaskTemplate first = chance()
                ? TaskTemplate.mandatory(name + text(), TaskPart.DIAGNOSIS)
                : TaskTemplate.optional(name + text(), TaskPart.WORK).within(time());
        TaskTemplate last = TaskTemplate.mandatory("last of " + name, TaskPart.WORK);
        return Plan.of(one(List.of(PlanKind.values())), name)
                .tasks(first, chance() ? last : last.after(first.name()).within(time()))
                .checklist(chance() ? new String[0] : new String[] {text(), "item"});
    }

    private ModelDefaults defaults() {
        return new ModelDefaultsBuilder()
                .impact(chance() ? null : one(Scale.IMPACT.levels()))
                .urgency(chance() ? null : one(Scale.URGENCY.levels()))
                .severity(chance() ? null : one(Scale.SEVERITY.levels()))
                .owner(one(List.of(Owner.group("true"), Owner.person("null"), new Owner("a: b", "c"))))
                .build();
    }

    private Allowance time() {
        Duration time = Duration.ofMillis(1 + random.nextInt(100_000_000));
        return chance()
                ? Allowance.of(time)
                : new Allowance(time, BusinessCalendar.officeHours(ZoneOffset.ofHours(random.nextInt(12))));
    }

    /** Something that may hold, so that no part is refused for never counting. */
    private Condition condition() {
        return one(List.of(
                Condition.ALWAYS,
                Condition.open(),
                Condition.atLeast(Fact.BuiltIn.PRIORITY, Priority.P3),
                Condition.oneOf(Fact.BuiltIn.RECORD_TYPE, "INCIDENT"),
                Condition.not(Condition.oneOf(Fact.BuiltIn.MODEL, text())),
                Condition.oneOf(Fact.attribute("tier"), "GOLD")));
    }

    Guard guard() {
        return switch (random.nextInt(4)) {
            case 0 -> Guards.quietFor(Duration.ofMillis(1 + random.nextInt(1_000_000)));
            case 1 -> Guards.reviewed(condition());
            case 2 -> Guards.checklist(List.of(text(), "item"));
            default -> Guards.CONTAINED;
        };
    }
}
