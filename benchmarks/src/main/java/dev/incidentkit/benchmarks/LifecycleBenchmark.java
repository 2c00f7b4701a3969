package dev.incidentkit.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Unmet;
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
 * Serves the decision that every step is checked by data, and not by code of its own. An incident of the default process
 * goes from NEW to CLOSED by six changes of its status: hold, resume, resolve, reopen, resolve, close. {@code check} and
 * {@code decide} are asked of incidents that stand ready before each of the six; {@code walk} decides, and folds on the
 * way, and answers the closure checklist too. Each peer takes the same six steps with one guard each, which reads one
 * field, on a machine that stands ready in NEW; it asks for no field and no role. It makes no event either, but for
 * {@code peerStateless4jWithEvents}, whose actions make the events that {@code decide} makes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LifecycleBenchmark {
    enum Place {
        NEW,
        IN_PROGRESS,
        ON_HOLD,
        RESOLVED,
        CLOSED
    }

    enum Trigger {
        HOLD,
        RESUME,
        RESOLVE,
        REOPEN,
        CLOSE
    }

    private static final Trigger[] TRIGGERS = {
        Trigger.HOLD, Trigger.RESUME, Trigger.RESOLVE, Trigger.REOPEN, Trigger.RESOLVE, Trigger.CLOSE
    };

    private static final Place[] PLACES = Place.values();

    private ProcessDefinition definition = Stories.UNTIMED;
    private Incident owned = Stories.owned();
    private List<Stories.Step> way = Stories.newToClosed();
    private final Stories.Step[] steps = new Stories.Step[TRIGGERS.length];
    private final Incident[] before = new Incident[TRIGGERS.length];
    private byte[][] table = new byte[0][];
    private boolean content = true;
    private StatelessRecorder recorder = new StatelessRecorder(new Stories.Step[] {way.get(0)}, () -> content);
    private Place place = Place.NEW;
    private StateMachine<Place, Trigger> stateless = new StateMachine<>(Place.NEW);
    private org.springframework.statemachine.StateMachine<Place, Trigger> spring = springMachine();

    /** Makes the incidents and the machines, and sees that all end in the same place. */
    @Setup
    public void prepare() {
        int count = 0;
        Incident incident = owned;
        for (Stories.Step step : way) {
            if (!step.isOnChecklist()) {
                before[count] = incident;
                steps[count++] = step;
            }
            incident = incident.applyAll(definition.decide(incident, step.command(), step.context()));
        }
        table = handWritten();
        recorder = new StatelessRecorder(steps, () -> content);
        stateless = new StateMachine<>(Place.NEW, () -> place, next -> place = next, statelessConfig());
        String end = incident.status().name();
        if (count != TRIGGERS.length
                || !end.equals(Place.CLOSED.name())
                || !end.equals(handWrittenWalk().name())
                || !end.equals(stateless4j().name())
                || !end.equals(walk().status().name())
                || !end.equals(springStatemachine().name())) {
            throw new IllegalStateException("All must end where the incident ends, which is " + end);
        }
        compareEvents();
    }

    /**
     * Checks six commands.
     *
     * @param results takes the answers
     */
    @Benchmark
    public void check(Blackhole results) {
        for (int i = 0; i < 6; i++) {
            Stories.Step step = steps[i];
            List<Unmet> unmet = definition.check(before[i], step.command(), step.context());
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
            Stories.Step step = steps[i];
            List<IncidentEvent> events = definition.decide(before[i], step.command(), step.context());
            results.consume(events);
        }
    }

    /** {@return the incident after nine commands, each decided and folded: the six steps and the checklist of three} */
    @Benchmark
    public Incident walk() {
        Incident incident = owned;
        for (Stories.Step step : way) {
            incident = incident.applyAll(definition.decide(incident, step.command(), step.context()));
        }
        return incident;
    }

    private byte[][] handWritten() {
        byte[][] steps = new byte[Place.values().length][Trigger.values().length];
        for (byte[] row : steps) {
            Arrays.fill(row, (byte) -1);
        }
        steps[Place.NEW.ordinal()][Trigger.HOLD.ordinal()] = (byte) Place.ON_HOLD.ordinal();
        steps[Place.ON_HOLD.ordinal()][Trigger.RESUME.ordinal()] = (byte) Place.IN_PROGRESS.ordinal();
        steps[Place.IN_PROGRESS.ordinal()][Trigger.RESOLVE.ordinal()] = (byte) Place.RESOLVED.ordinal();
        steps[Place.RESOLVED.ordinal()][Trigger.REOPEN.ordinal()] = (byte) Place.IN_PROGRESS.ordinal();
        steps[Place.RESOLVED.ordinal()][Trigger.CLOSE.ordinal()] = (byte) Place.CLOSED.ordinal();
        return steps;
    }

    /** {@return where six look-ups in a hand-written table lead, with a guard each} */
    @Benchmark
    public Object bound() {
        return handWrittenWalk();
    }

    private Place handWrittenWalk() {
        int from = 0;
        for (Trigger trigger : TRIGGERS) {
            int next = table[from][trigger.ordinal()];
            if (next < 0 || !content) {
                throw new IllegalStateException("Step " + trigger + " is not known from " + from);
            }
            from = next;
        }
        return PLACES[from];
    }

    private StateMachineConfig<Place, Trigger> statelessConfig() {
        StateMachineConfig<Place, Trigger> config = new StateMachineConfig<>();
        config.configure(Place.NEW).permitIf(Trigger.HOLD, Place.ON_HOLD, () -> content);
        config.configure(Place.ON_HOLD).permitIf(Trigger.RESUME, Place.IN_PROGRESS, () -> content);
        config.configure(Place.IN_PROGRESS).permitIf(Trigger.RESOLVE, Place.RESOLVED, () -> content);
        config.configure(Place.RESOLVED)
                .permitIf(Trigger.REOPEN, Place.IN_PROGRESS, () -> content)
                .permitIf(Trigger.CLOSE, Place.CLOSED, () -> content);
        return config;
    }

    /** {@return where stateless4j ends after six triggers, on one machine whose state is a field that is set back to NEW} */
    @Benchmark
    public Object peerStateless4j() {
        return stateless4j();
    }

    private Place stateless4j() {
        place = Place.NEW;
        for (Trigger trigger : TRIGGERS) {
            stateless.fire(trigger);
        }
        return stateless.getState();
    }

    /**
     * Takes six steps on a machine of stateless4j whose entry actions make the events that {@link #decide} makes.
     *
     * @param results takes the events
     */
    @Benchmark
    public void peerStateless4jWithEvents(Blackhole results) {
        recorder.reset();
        for (int i = 0; i < TRIGGERS.length; i++) {
            results.consume(recorder.take(i, TRIGGERS[i]));
        }
    }

    private void compareEvents() {
        recorder.reset();
        for (int i = 0; i < TRIGGERS.length; i++) {
            List<IncidentEvent> decided = definition.decide(before[i], steps[i].command(), steps[i].context());
            List<IncidentEvent> recorded = List.of(recorder.take(i, TRIGGERS[i]));
            if (!decided.equals(recorded)) {
                throw new IllegalStateException("Decided was " + decided + ", but the peer made " + recorded);
            }
        }
    }

    private org.springframework.statemachine.StateMachine<Place, Trigger> springMachine() {
        try {
            StateMachineBuilder.Builder<Place, Trigger> builder = StateMachineBuilder.builder();
            builder.configureStates().withStates().initial(Place.NEW).states(EnumSet.allOf(Place.class));
            builder.configureTransitions()
                    .withExternal()
                    .source(Place.NEW)
                    .target(Place.ON_HOLD)
                    .event(Trigger.HOLD)
                    .guard(context -> content)
                    .and()
                    .withExternal()
                    .source(Place.ON_HOLD)
                    .target(Place.IN_PROGRESS)
                    .event(Trigger.RESUME)
                    .guard(context -> content)
                    .and()
                    .withExternal()
                    .source(Place.IN_PROGRESS)
                    .target(Place.RESOLVED)
                    .event(Trigger.RESOLVE)
                    .guard(context -> content)
                    .and()
                    .withExternal()
                    .source(Place.RESOLVED)
                    .target(Place.IN_PROGRESS)
                    .event(Trigger.REOPEN)
                    .guard(context -> content)
                    .and()
                    .withExternal()
                    .source(Place.RESOLVED)
                    .target(Place.CLOSED)
                    .event(Trigger.CLOSE)
                    .guard(context -> content);
            return builder.build();
        } catch (Exception e) {
            throw new IllegalStateException("The machine of " + TRIGGERS.length + " steps cannot be built", e);
        }
    }

    /** {@return where Spring Statemachine ends after six events on one machine that is started anew} */
    @Benchmark
    public Object peerSpringStatemachine() {
        return springStatemachine();
    }

    private Place springStatemachine() {
        spring.startReactively().block();
        for (Trigger trigger : TRIGGERS) {
            spring.sendEvent(Mono.just(MessageBuilder.withPayload(trigger).build()))
                    .blockLast();
        }
        Place end = spring.getState().getId();
        spring.stopReactively().block();
        return end;
    }
}
