package dev.incidentkit.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Unmet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.config.StateMachineBuilder;
import reactor.core.publisher.Mono;

/**
 * Serves the decision that every step is checked by data, and not by code of its own: an incident goes from NEW to
 * CLOSED in six steps (start, hold, resume, resolve, reopen, resolve, and for the peers the same six), with one guard
 * each for the peers. {@code check} and {@code decide} are asked of incidents that stand ready; {@code walk} decides,
 * makes real events and folds them on the way. Each peer fires the same six triggers on a machine that stands ready.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LifecycleBenchmark {
    private enum Place {
        NEW,
        IN_PROGRESS,
        ON_HOLD,
        RESOLVED
    }

    private enum Step {
        START,
        HOLD,
        RESUME,
        RESOLVE,
        REOPEN
    }

    private static final Step[] STEPS = {Step.START, Step.HOLD, Step.RESUME, Step.RESOLVE, Step.REOPEN, Step.RESOLVE};

    private ProcessDefinition definition = Stories.oneGuard();
    private Incident reported = Incident.replay(Stories.reported(definition));
    private List<Incident> before = List.of();
    private byte[][] table = new byte[0][];
    private boolean owned = true;
    private StateMachineConfig<Place, Step> stateless = new StateMachineConfig<>();
    private org.springframework.statemachine.StateMachine<Place, Step> spring = springMachine();

    /** Makes the incidents and the machines, and sees that all end in the same place. */
    @Setup
    public void prepare() {
        List<Incident> ready = new ArrayList<>();
        Incident incident = reported;
        for (IncidentCommand command : Stories.SIX_STEPS) {
            ready.add(incident);
            incident = incident.applyAll(definition.decide(incident, command, Stories.CONTEXT));
        }
        before = List.copyOf(ready);
        table = handWritten();
        stateless = statelessConfig();
        String end = incident.status().name();
        if (!end.equals(handWrittenWalk().name())
                || !end.equals(stateless4j().name())
                || !end.equals(walk().status().name())
                || !end.equals(springStatemachine().name())) {
            throw new IllegalStateException("All must end where the incident ends, which is " + end);
        }
    }

    /**
     * Checks six commands.
     *
     * @param results takes the answers
     */
    @Benchmark
    public void check(Blackhole results) {
        for (int i = 0; i < 6; i++) {
            List<Unmet> unmet = definition.check(before.get(i), Stories.SIX_STEPS.get(i), Stories.CONTEXT);
            results.consume(unmet);
        }
    }

    /**
     * Checks and decides six commands, which makes real events.
     *
     * @param results takes the events
     */
    @Benchmark
    public void decide(Blackhole results) {
        for (int i = 0; i < 6; i++) {
            List<IncidentEvent> events = definition.decide(before.get(i), Stories.SIX_STEPS.get(i), Stories.CONTEXT);
            results.consume(events);
        }
    }

    /** {@return the incident after six commands, each decided and folded} */
    @Benchmark
    public Incident walk() {
        Incident incident = reported;
        for (int i = 0; i < 6; i++) {
            incident = incident.applyAll(definition.decide(incident, Stories.SIX_STEPS.get(i), Stories.CONTEXT));
        }
        return incident;
    }

    private byte[][] handWritten() {
        byte[][] steps = new byte[Place.values().length][Step.values().length];
        for (byte[] row : steps) {
            Arrays.fill(row, (byte) -1);
        }
        steps[Place.NEW.ordinal()][Step.START.ordinal()] = (byte) Place.IN_PROGRESS.ordinal();
        steps[Place.IN_PROGRESS.ordinal()][Step.HOLD.ordinal()] = (byte) Place.ON_HOLD.ordinal();
        steps[Place.ON_HOLD.ordinal()][Step.RESUME.ordinal()] = (byte) Place.IN_PROGRESS.ordinal();
        steps[Place.IN_PROGRESS.ordinal()][Step.RESOLVE.ordinal()] = (byte) Place.RESOLVED.ordinal();
        steps[Place.RESOLVED.ordinal()][Step.REOPEN.ordinal()] = (byte) Place.IN_PROGRESS.ordinal();
        return steps;
    }

    /** {@return where six look-ups in a hand-written table lead, with a guard each} */
    @Benchmark
    public Object bound() {
        return handWrittenWalk();
    }

    private Place handWrittenWalk() {
        int place = 0;
        for (Step step : STEPS) {
            int next = table[place][step.ordinal()];
            if (next < 0 || !owned) {
                throw new IllegalStateException("Step " + step + " is not known from " + place);
            }
            place = next;
        }
        return Place.values()[place];
    }

    private StateMachineConfig<Place, Step> statelessConfig() {
        StateMachineConfig<Place, Step> config = new StateMachineConfig<>();
        config.configure(Place.NEW).permitIf(Step.START, Place.IN_PROGRESS, () -> owned);
        config.configure(Place.IN_PROGRESS)
                .permitIf(Step.HOLD, Place.ON_HOLD, () -> owned)
                .permitIf(Step.RESOLVE, Place.RESOLVED, () -> owned);
        config.configure(Place.ON_HOLD).permitIf(Step.RESUME, Place.IN_PROGRESS, () -> owned);
        config.configure(Place.RESOLVED).permitIf(Step.REOPEN, Place.IN_PROGRESS, () -> owned);
        return config;
    }

    /** {@return where stateless4j ends after six triggers, with a new machine over a ready configuration} */
    @Benchmark
    public Object peerStateless4j() {
        return stateless4j();
    }

    private Place stateless4j() {
        StateMachine<Place, Step> machine = new StateMachine<>(Place.NEW, stateless);
        for (Step step : STEPS) {
            machine.fire(step);
        }
        return machine.getState();
    }

    private org.springframework.statemachine.StateMachine<Place, Step> springMachine() {
        try {
            StateMachineBuilder.Builder<Place, Step> builder = StateMachineBuilder.builder();
            builder.configureStates().withStates().initial(Place.NEW).states(EnumSet.allOf(Place.class));
            builder.configureTransitions()
                    .withExternal()
                    .source(Place.NEW)
                    .target(Place.IN_PROGRESS)
                    .event(Step.START)
                    .guard(context -> owned)
                    .and()
                    .withExternal()
                    .source(Place.IN_PROGRESS)
                    .target(Place.ON_HOLD)
                    .event(Step.HOLD)
                    .guard(context -> owned)
                    .and()
                    .withExternal()
                    .source(Place.ON_HOLD)
                    .target(Place.IN_PROGRESS)
                    .event(Step.RESUME)
                    .guard(context -> owned)
                    .and()
                    .withExternal()
                    .source(Place.IN_PROGRESS)
                    .target(Place.RESOLVED)
                    .event(Step.RESOLVE)
                    .guard(context -> owned)
                    .and()
                    .withExternal()
                    .source(Place.RESOLVED)
                    .target(Place.IN_PROGRESS)
                    .event(Step.REOPEN)
                    .guard(context -> owned);
            return builder.build();
        } catch (Exception e) {
            throw new IllegalStateException("The machine of " + STEPS.length + " steps cannot be built", e);
        }
    }

    /** {@return where Spring Statemachine ends after six events on one machine that is started anew} */
    @Benchmark
    public Object peerSpringStatemachine() {
        return springStatemachine();
    }

    private Place springStatemachine() {
        spring.startReactively().block();
        for (Step step : STEPS) {
            spring.sendEvent(Mono.just(MessageBuilder.withPayload(step).build()))
                    .blockLast();
        }
        Place end = spring.getState().getId();
        spring.stopReactively().block();
        return end;
    }
}
