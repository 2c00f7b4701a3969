package dev.incidentkit.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import dev.incidentkit.benchmarks.LifecycleBenchmark.Place;
import dev.incidentkit.benchmarks.LifecycleBenchmark.Trigger;
import dev.incidentkit.core.incident.ClosureTrigger;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Reopen;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Resume;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Status;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A machine of stateless4j as a host uses it that keeps a record: on entry into a state it makes the event of the step,
 * with the same content as the event that the library decides. Who asks, when and for what stands in a field, from which
 * the actions read it.
 */
final class StatelessRecorder {
    private final StateMachine<Place, Trigger> machine;
    private final Stories.Step[] steps;
    private Place place = Place.NEW;
    private Stories.Step asked;
    private @Nullable IncidentEvent made;

    StatelessRecorder(Stories.Step[] steps, BooleanSupplier content) {
        this.steps = steps;
        this.asked = steps[0];
        this.machine = new StateMachine<>(Place.NEW, () -> place, next -> place = next, config(content));
    }

    private StateMachineConfig<Place, Trigger> config(BooleanSupplier content) {
        StateMachineConfig<Place, Trigger> config = new StateMachineConfig<>();
        config.configure(Place.NEW).permitIf(Trigger.HOLD, Place.ON_HOLD, content::getAsBoolean);
        config.configure(Place.ON_HOLD)
                .onEntry(this::held)
                .permitIf(Trigger.RESUME, Place.IN_PROGRESS, content::getAsBoolean);
        config.configure(Place.IN_PROGRESS)
                .onEntryFrom(Trigger.RESUME, this::resumed)
                .onEntryFrom(Trigger.REOPEN, this::reopened)
                .permitIf(Trigger.RESOLVE, Place.RESOLVED, content::getAsBoolean);
        config.configure(Place.RESOLVED)
                .onEntry(this::resolved)
                .permitIf(Trigger.REOPEN, Place.IN_PROGRESS, content::getAsBoolean)
                .permitIf(Trigger.CLOSE, Place.CLOSED, content::getAsBoolean);
        config.configure(Place.CLOSED).onEntry(this::closed);
        return config;
    }

    private EventMeta meta() {
        return EventMeta.at(asked.context().at(), asked.context().actor());
    }

    private static @Nullable PersonalText text(@Nullable String text) {
        return text == null ? null : PersonalText.of(text);
    }

    private void held() {
        Hold hold = (Hold) asked.command();
        made = new LifecycleEvent.Held(meta(), Status.ON_HOLD, hold.reason(), text(hold.comment()), hold.resumeAt());
    }

    private void resumed() {
        made = new LifecycleEvent.Resumed(meta(), Status.IN_PROGRESS, ((Resume) asked.command()).trigger());
    }

    private void resolved() {
        Resolve resolve = (Resolve) asked.command();
        made = new LifecycleEvent.Resolved(meta(), Status.RESOLVED, resolve.category(), resolve.resolution());
    }

    private void reopened() {
        PersonalText reason = PersonalText.of(((Reopen) asked.command()).reason());
        made = new LifecycleEvent.Reopened(meta(), Status.IN_PROGRESS, reason);
    }

    private void closed() {
        made = new LifecycleEvent.Closed(meta(), Status.CLOSED, ClosureTrigger.DESK);
    }

    /** Sets the machine back to NEW. */
    void reset() {
        place = Place.NEW;
    }

    /** Takes the step of that number and answers its event. */
    IncidentEvent take(int step, Trigger trigger) {
        asked = steps[step];
        machine.fire(trigger);
        return Objects.requireNonNull(made, "an event of each step");
    }
}
