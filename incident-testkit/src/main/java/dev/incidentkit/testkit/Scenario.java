package dev.incidentkit.testkit;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Alert;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.ServiceDeskBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An incident, or several, told step by step: what is given, what is done, what must then hold. A scenario is data and can be run
 * under any definition, as often as one likes; mutants of a definition are run against the same scenarios. Immutable and
 * safe for use by several threads, as far as what it looks at is.
 *
 * <pre>{@code
 * Scenario.named("an office-hours P3 waits for the caller over a weekend")
 *         .startingAt("2026-03-06T15:00:00Z")
 *         .given(cleo, report)
 *         .when(ann, new Start(Owner.group("ops")))
 *         .when(ann, new Hold(HoldReason.CALLER, "Which printer?", null))
 *         .after(Duration.ofDays(3))
 *         .then(moment -> assertThat(moment).clock("itil", Measure.RESOLUTION).isPaused().isNotBreached())
 *         .build()
 *         .verify(definition);
 * }</pre>
 */
public final class Scenario {
    /** When scenarios begin that say nothing else: a Monday, 09:00 UTC. */
    public static final Instant MONDAY_MORNING = Instant.parse("2026-03-02T09:00:00Z");

    private final String name;
    private final Instant start;
    private final List<Step> steps;
    private final boolean atDesk;
    private final UnaryOperator<ServiceDeskBuilder> desk;

    private Scenario(Builder builder) {
        this.name = builder.name;
        this.start = builder.start;
        this.steps = List.copyOf(builder.steps);
        this.desk = builder.desk();
        this.atDesk = builder.atDesk || steps.stream().anyMatch(Step::needsDesk);
    }

    /** What a scenario is made of, each with the place where it was written. */
    sealed interface Step {
        /** Where it was written, for example {@code step 3} or {@code printers.md:12}. */
        String place();

        /** Whether there is no such step but at a desk. */
        default boolean needsDesk() {
            return this instanceof Turn || this instanceof Receive || this instanceof AtDesk;
        }

        /** Time passes: by an amount, or until an instant. */
        record Pass(
                String place,
                @Nullable Duration time,
                @Nullable Instant until) implements Step {}

        /** Something is done, with what ports answered; whether it must be accepted. */
        record Do(String place, Actor actor, IncidentCommand command, Map<String, String> answers, boolean accepted)
                implements Step {}

        /** From here on it is about another incident. */
        record Turn(String place, IncidentId incident) implements Step {}

        /** An alert comes in, made with what the clock shows; from here on it is about the incident that it is counted on. */
        record Receive(String place, Actor actor, Function<? super Instant, Alert> alert) implements Step {}

        /** Something is done with the desk itself, or only looked at; it is then about the incident that comes back. */
        record AtDesk(String place, BiFunction<? super DeskStage, ? super IncidentId, IncidentId> deed, boolean look)
                implements Step {}

        /** Something must hold. */
        record Look(String place, Consumer<? super Moment> check) implements Step {}
    }

    /**
     * Begins a scenario.
     *
     * @param name what it shows, as a sentence
     * @return a builder whose clock shows {@link #MONDAY_MORNING}
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** {@return what it shows} */
    public String name() {
        return name;
    }

    /**
     * A copy that looks once more, at its end.
     *
     * @param check throws an {@link AssertionError} if something does not hold
     * @return the copy
     */
    public Scenario ending(Consumer<? super Moment> check) {
        Builder builder = new Builder(name).startingAt(start);
        builder.steps.addAll(steps);
        builder.atDesk = atDesk;
        return builder.then(check).build();
    }

    /** {@return how many things are done in it} */
    public int length() {
        return (int) steps.stream().filter(Scenario::isDeed).count();
    }

    private static boolean isDeed(Step step) {
        return step instanceof Step.Do
                || step instanceof Step.Receive
                || (step instanceof Step.AtDesk there && !there.look());
    }

    /** Whether it is played at a desk over a store in memory. */
    boolean isAtDesk() {
        return atDesk;
    }

    /** How the host builds its desk. */
    UnaryOperator<ServiceDeskBuilder> desk() {
        return desk;
    }

    Instant start() {
        return start;
    }

    List<Step> steps() {
        return steps;
    }

    /**
     * Runs it.
     *
     * @param definition by what the incident is handled
     * @return how everything stands at the end
     * @throws AssertionError at the first step that is not as it must be; the message names the scenario and the step
     */
    public Moment verify(ProcessDefinition definition) {
        return new ScenarioRun(this, definition).run();
    }

    /**
     * Runs it, and gives back what fails.
     *
     * @param definition by what the incident is handled
     * @return the first failure; empty where all is as it must be
     */
    public Optional<AssertionError> failure(ProcessDefinition definition) {
        try {
            verify(definition);
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects the steps of a scenario. Not safe for use by several threads. */
    public static final class Builder extends DeskWords {
        private final String name;
        private final List<Step> steps = new ArrayList<>();
        private Instant start = MONDAY_MORNING;
        private final Map<String, String> answers = new HashMap<>();
        private @Nullable String place;
        private boolean atDesk;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Says what the clock shows first.
         *
         * @param instant the instant
         * @return this
         */
        public Builder startingAt(Instant instant) {
            this.start = instant;
            return this;
        }

        /**
         * Says what the clock shows first.
         *
         * @param instant the instant in ISO 8601
         * @return this
         */
        public Builder startingAt(String instant) {
            return startingAt(Instant.parse(instant));
        }

        /** Says where the next steps were written. */
        Builder writtenAt(String where) {
            this.place = where;
            return this;
        }

        private String place() {
            return place == null ? "step " + (steps.size() + 1) : place;
        }

        /**
         * Begins with all that is done in another scenario, from its start on; what that looks at is left out.
         *
         * @param earlier the other scenario
         * @return this
         */
        public Builder given(Scenario earlier) {
            this.start = earlier.start();
            if (earlier.isAtDesk()) {
                atDesk(earlier.desk());
            }
            earlier.steps().stream()
                    .filter(step -> !(step instanceof Step.Look || (step instanceof Step.AtDesk there && there.look())))
                    .forEach(steps::add);
            return this;
        }

        /**
         * Plays the scenario at a {@link ServiceDesk} over a store in memory, which answers how many
         * children are open and carries cascades out. A scenario that speaks of a second incident or of alerts is always
         * played so; others are decided by the definition alone, which is faster.
         *
         * @return this
         */
        @Override
        public Builder atDesk() {
            this.atDesk = true;
            return this;
        }

        @Override
        Builder atDesk(BiFunction<? super DeskStage, ? super IncidentId, IncidentId> deed, boolean look) {
            steps.add(new Step.AtDesk(place(), deed, look));
            return this;
        }

        /**
         * Turns to another incident: what is done and looked at from here on is about that one.
         *
         * @param incident its identity; that of the first incident is {@code INC-1}
         * @return this
         */
        public Builder of(String incident) {
            steps.add(new Step.Turn(place(), new IncidentId(incident)));
            return this;
        }

        /**
         * Lets an alert come in, and turns to the incident that it is counted on. Those that alerts open are {@code
         * ALERT-1}, {@code ALERT-2} and so on.
         *
         * @param source the source, as who it acts
         * @param alert makes the alert of the instant that the clock shows
         * @return this
         */
        public Builder received(Actor source, Function<? super Instant, Alert> alert) {
            steps.add(new Step.Receive(place(), source, alert));
            return this;
        }

        /**
         * Says what a port of the host answers from here on.
         *
         * @param port the port's name, for example {@code open-children}
         * @param answer its answer
         * @return this
         */
        public Builder answering(String port, String answer) {
            answers.put(port, answer);
            return this;
        }

        /**
         * Does something that must be accepted.
         *
         * @param actor who does it
         * @param command what is asked for; the first of a scenario begins the incident
         * @return this
         */
        public Builder given(Actor actor, IncidentCommand command) {
            return when(actor, command);
        }

        /**
         * Does something that must be accepted.
         *
         * @param actor who does it
         * @param command what is asked for; the first of a scenario begins the incident
         * @return this
         */
        public Builder when(Actor actor, IncidentCommand command) {
            steps.add(new Step.Do(place(), actor, command, Map.copyOf(answers), true));
            return this;
        }

        /**
         * Tries something that may be refused; the next {@code then} looks at the refusal.
         *
         * @param actor who does it
         * @param command what is asked for
         * @return this
         */
        public Builder whenTried(Actor actor, IncidentCommand command) {
            steps.add(new Step.Do(place(), actor, command, Map.copyOf(answers), false));
            return this;
        }

        /**
         * Lets time pass. What falls due in it happens.
         *
         * @param time how much, zero or more
         * @return this
         */
        public Builder after(Duration time) {
            steps.add(new Step.Pass(place(), time, null));
            return this;
        }

        /**
         * Lets time pass until an instant. What falls due in it happens.
         *
         * @param instant not before what the clock shows
         * @return this
         */
        public Builder at(Instant instant) {
            steps.add(new Step.Pass(place(), null, instant));
            return this;
        }

        /**
         * Lets time pass until an instant. What falls due in it happens.
         *
         * @param instant the instant in ISO 8601
         * @return this
         */
        public Builder at(String instant) {
            return at(Instant.parse(instant));
        }

        /**
         * Says what must hold now.
         *
         * @param check throws an {@link AssertionError} if it does not
         * @return this
         */
        public Builder then(Consumer<? super Moment> check) {
            steps.add(new Step.Look(place(), check));
            return this;
        }

        /**
         * Makes the scenario.
         *
         * @return the scenario
         * @throws IllegalStateException if nothing is done in it, or if ports are to answer in a scenario that is played at
         *     a desk, which asks for itself
         */
        public Scenario build() {
            if (steps.stream().noneMatch(Scenario::isDeed)) {
                throw new IllegalStateException("Scenario '" + name + "' does nothing: it has the steps " + steps);
            }
            Scenario built = new Scenario(this);
            if (built.isAtDesk() && !answers.isEmpty()) {
                throw new IllegalStateException("Scenario '" + name
                        + "' is played at a desk, which asks for itself, but has the answers " + answers);
            }
            return built;
        }
    }
}
