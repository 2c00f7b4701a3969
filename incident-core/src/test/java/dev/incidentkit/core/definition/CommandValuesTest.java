package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.process.Allowance;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The core alone refuses what the annotations of the records forbid, and what no record can hold. */
class CommandValuesTest {
    private static final ProcessDefinition DEFINITION = TestDefinitions.CHOSEN;
    private static final CommandContext CONTEXT = CommandContext.of(Actor.agent("ann"), RecordSamples.AT);
    private static final List<Class<? extends Record>> COMMANDS = RecordSamples.records(IncidentCommand.class);

    /** A value that a component must not have. */
    private record Bad(
            Class<? extends Record> type,
            int index,
            String component,
            @Nullable Object value) {
        @Nullable
        IncidentCommand command() {
            Object[] values = RecordSamples.good().values(type);
            values[index] = value;
            try {
                return (IncidentCommand) RecordSamples.make(type, values);
            } catch (IllegalArgumentException | NullPointerException refused) {
                return null;
            }
        }

        @Override
        public String toString() {
            String shown = String.valueOf(value);
            return type.getSimpleName() + "." + component + " = "
                    + (shown.length() > 30 ? shown.substring(0, 30) + "…" : shown);
        }
    }

    private static Stream<Bad> bad(Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        return IntStream.range(0, components.length)
                .boxed()
                .flatMap(index -> bad(type, components[index])
                        .map(value -> new Bad(type, index, components[index].getName(), value.orElse())));
    }

    /** A value that may be null. What a report leaves out is put at its neutral value. */
    private record Value(@Nullable Object orElse) {}

    private static Stream<Value> bad(Class<? extends Record> type, RecordComponent component) {
        List<@Nullable Object> values = new ArrayList<>();
        AnnotatedElement annotated = field(type, component);
        boolean given = annotated.isAnnotationPresent(NotNull.class) || annotated.isAnnotationPresent(NotBlank.class);
        boolean isNeutral = type == Report.class && component.getName().matches("services|attributes|type");
        if (given && !isNeutral) {
            values.add(null);
        }
        if (component.getType() == String.class) {
            texts(annotated, values);
        } else if (component.getType() == Instant.class) {
            values.addAll(List.of(Instant.MIN, Instant.MAX, Instant.parse("0001-01-01T00:00:00Z")));
        } else if (component.getType() == Duration.class) {
            values.addAll(List.of(Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MIN_VALUE)));
        } else if (component.getType() == Set.class) {
            sets(component, annotated, values);
        } else {
            numbers(annotated, values);
            nested(component, values);
        }
        return values.stream().map(Value::new);
    }

    private static Field field(Class<? extends Record> type, RecordComponent component) {
        try {
            return type.getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void texts(AnnotatedElement annotated, List<@Nullable Object> values) {
        values.addAll(List.of("", "  ", RecordSamples.HALF, "\udc00 low", "\ud83d\ud83d\udc00"));
        Size size = annotated.getAnnotation(Size.class);
        assertThat(size).as("a text has a bound: " + annotated).isNotNull();
        values.add("x".repeat(size.max() + 1));
    }

    private static void sets(RecordComponent component, AnnotatedElement annotated, List<@Nullable Object> values) {
        if (!component.getGenericType().getTypeName().contains("String")) {
            return;
        }
        Size size = annotated.getAnnotation(Size.class);
        if (size != null) {
            values.add(
                    IntStream.rangeClosed(0, size.max()).mapToObj(i -> "n" + i).collect(Collectors.toSet()));
        }
        AnnotatedElement element =
                ((AnnotatedParameterizedType) component.getAnnotatedType()).getAnnotatedActualTypeArguments()[0];
        assertThat(element.isAnnotationPresent(NotBlank.class)).isTrue();
        values.add(new HashSet<>(Collections.singleton(null)));
        values.add(Set.of(" "));
        values.add(Set.of(RecordSamples.HALF));
        Size each = element.getAnnotation(Size.class);
        if (each != null) {
            values.add(Set.of("x".repeat(each.max() + 1)));
        }
    }

    private static void numbers(AnnotatedElement annotated, List<@Nullable Object> values) {
        if (annotated.isAnnotationPresent(Digits.class)) {
            values.addAll(List.of(
                    new BigDecimal("-0.01"),
                    new BigDecimal("1E+18"),
                    new BigDecimal("1E-10"),
                    new BigDecimal("1E+2147483647"),
                    new BigDecimal("1E-2147483647")));
        } else if (annotated.isAnnotationPresent(PositiveOrZero.class)) {
            values.add(-1);
        } else if (annotated.isAnnotationPresent(Positive.class)) {
            values.add(0);
        }
        if (annotated.isAnnotationPresent(Min.class)) {
            values.add((int) annotated.getAnnotation(Min.class).value() - 1);
            values.add((int) annotated.getAnnotation(Max.class).value() + 1);
        }
    }

    /** Texts within a value, where it has any that are written. */
    private static void nested(RecordComponent component, List<@Nullable Object> values) {
        Object half;
        try {
            half = RecordSamples.halves().value(component.getGenericType());
        } catch (IllegalArgumentException refused) {
            return;
        }
        if (!half.equals(RecordSamples.good().value(component.getGenericType()))) {
            values.add(half);
        }
    }

    private static Incident incident() {
        Report report = (Report) TestCommands.of("REPORT");
        return Incident.replay(DEFINITION.begin(new IncidentId("INC-1"), TenantId.DEFAULT, report, CONTEXT));
    }

    private static boolean begins(IncidentCommand command) {
        return command instanceof Report
                || command instanceof RecordCommand.Adopt
                || command instanceof RecordCommand.ImportStep;
    }

    private static List<Unmet> check(Incident incident, IncidentCommand command, CommandContext context) {
        return begins(command)
                ? DEFINITION.checkBeginning(command, context)
                : DEFINITION.check(incident, command, context);
    }

    private static List<Unmet> refused(Incident incident, IncidentCommand command, CommandContext context) {
        try {
            if (begins(command)) {
                DEFINITION.begin(new IncidentId("INC-2"), TenantId.DEFAULT, command, context);
            } else {
                DEFINITION.decide(incident, command, context);
            }
            return List.of();
        } catch (IncidentRejectedException refusal) {
            return refusal.unmet();
        }
    }

    @TestFactory
    Stream<DynamicTest> every_value_that_an_annotation_forbids_is_refused_by_name() {
        Incident incident = incident();
        return COMMANDS.stream()
                .flatMap(CommandValuesTest::bad)
                .map(bad -> DynamicTest.dynamicTest(bad.toString(), () -> {
                    IncidentCommand command = bad.command();
                    if (command == null) {
                        return;
                    }
                    List<Unmet> unmet = check(incident, command, CONTEXT);
                    assertThat(unmet).isNotEmpty().allSatisfy(fault -> {
                        assertThat(fault.code()).isEqualTo(UnmetCode.CONSTRAINT_VIOLATED);
                        assertThat(fault.field()).isNotNull();
                    });
                    assertThat(unmet.stream().map(fault -> String.valueOf(fault.field())))
                            .as(unmet.toString())
                            .anyMatch(field -> field.startsWith(bad.component()) || isWithin(bad, field));
                    assertThat(refused(incident, command, CONTEXT)).isEqualTo(unmet);
                }));
    }

    /** Attributes, and what a ticket or step says, are named as the values they are. */
    private static boolean isWithin(Bad bad, String field) {
        return field.startsWith("attribute:")
                || (bad.component().matches("ticket|step")
                        && field.matches("(owner|reporter|channel|category)(\\..*)?"));
    }

    @Test
    void a_value_that_no_record_lets_through_is_the_exception() {
        List<Bad> all = COMMANDS.stream().flatMap(CommandValuesTest::bad).toList();

        assertThat(all).hasSizeGreaterThan(250);
        assertThat(all.stream().filter(bad -> bad.command() == null).map(Bad::toString))
                .containsExactlyInAnyOrder(
                        "OpenReview.dueAt = null", "PlanReviewAction.dueAt = null", "ShareReview.readers = null");
        assertThat(COMMANDS.stream().map(Class::getSimpleName))
                .filteredOn(name ->
                        all.stream().noneMatch(bad -> bad.type().getSimpleName().equals(name)))
                .containsExactlyInAnyOrder(
                        "Start", "Confirm", "Close", "Triage", "WithdrawOverride", "Unassign", "Acknowledge", "Wake");
    }

    @Property
    void check_and_decide_say_the_same_of_commands_with_any_number_of_bad_values(
            @ForAll("commands") IncidentCommand command, @ForAll("incidents") Incident incident) {
        CommandContext context = CommandContext.of(Actor.agent("ann"), incident.lastRecordedAt());
        List<Unmet> unmet = check(incident, command, context);

        assertThat(refused(incident, command, context)).isEqualTo(unmet);
        boolean faulty = unmet.stream().anyMatch(fault -> fault.code().equals(UnmetCode.CONSTRAINT_VIOLATED));
        Statistics.label("values").collect(faulty ? "bad" : unmet.isEmpty() ? "accepted" : "refused");
        Statistics.label("values")
                .coverage(coverage -> Stream.of("bad", "accepted", "refused")
                        .forEach(each -> coverage.check(each).count(count -> count > 0)));
    }

    @Provide
    Arbitrary<Incident> incidents() {
        return Arbitraries.randomValue(
                random -> Incident.replay(Histories.beginning(DEFINITION, new RandomCommands(random))));
    }

    @Provide
    Arbitrary<IncidentCommand> commands() {
        return Arbitraries.randomValue(CommandValuesTest::command);
    }

    private static IncidentCommand command(Random random) {
        while (true) {
            Class<? extends Record> type = COMMANDS.get(random.nextInt(COMMANDS.size()));
            Object[] values = RecordSamples.good().values(type);
            List<Bad> bad = bad(type).toList();
            for (int i = bad.isEmpty() ? 0 : random.nextInt(4); i > 0; i--) {
                Bad one = bad.get(random.nextInt(bad.size()));
                values[one.index()] = one.value();
            }
            try {
                return (IncidentCommand) RecordSamples.make(type, values);
            } catch (IllegalArgumentException | NullPointerException refused) {
                Statistics.label("records").collect("do not let it");
            }
        }
    }

    @Test
    void a_parent_is_an_incident_so_its_identity_is_no_longer_than_one() {
        Incident incident = incident();
        for (RelationKind kind : List.of(RelationKind.PARENT, RelationKind.CHILD, RelationKind.DUPLICATE_OF)) {
            assertThat(check(incident, new WorkCommand.Link(new Relation(kind, "p".repeat(65))), CONTEXT))
                    .singleElement()
                    .hasToString(
                            "CONSTRAINT_VIOLATED(relation.target): relation.target must have at most 64 characters, "
                                    + "but has 65");
        }
        assertThat(check(incident, new WorkCommand.Link(new Relation(RelationKind.PROBLEM, "p".repeat(65))), CONTEXT))
                .isEmpty();
    }

    @Test
    void times_of_a_configuration_and_of_a_context_are_bounded_when_they_are_made() {
        Duration huge = Duration.ofSeconds(Long.MAX_VALUE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClosureRule.after(huge))
                .withMessageContaining(huge.toString());
        assertThat(ClosureRule.after(Duration.ofDays(36_525)).due(Instant.parse("9999-12-31T00:00:00Z")))
                .isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowance.of(huge))
                .withMessageContaining(huge.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Guards.quietFor(huge))
                .withMessageContaining(huge.toString());
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() ->
                        ProcessDefinition.builder(DEFINITION).reopenWindow(huge).build())
                .withMessageContaining("the reopen window must be at most PT876600H, but is " + huge);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeValue.of(huge))
                .withMessageContaining(huge.toString());
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeValue.of(Duration.ofSeconds(Long.MIN_VALUE)));
        for (Instant at : Arrays.asList(Instant.MIN, Instant.MAX)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CommandContext.of(Actor.SYSTEM, at))
                    .withMessageContaining(at.toString());
        }
    }
}
