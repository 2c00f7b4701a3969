package dev.incidentkit.examples.desk.view;

import dev.incidentkit.core.definition.Explanation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident.
 *
 * @param head what stands above all
 * @param facts what is known
 * @param steps what may be done that changes the status
 * @param actions what else may be done
 * @param clocks how its clocks stand
 * @param why explanations
 * @param talk notes and messages, the newest first
 * @param items what is to be ticked off or worked on
 * @param refused why what was just asked for is not done; empty where nothing was
 * @param key the key under which a command is sent at most once
 */
public record IncidentView(
        Head head,
        List<Fact> facts,
        List<ActionView> steps,
        List<ActionView> actions,
        List<Clock> clocks,
        List<Explanation> why,
        List<Talk> talk,
        List<Item> items,
        List<ActionView.Lack> refused,
        String key) {
    /**
     * What stands above all.
     *
     * @param id its identity
     * @param title what it is about
     * @param chips status, phase and priority
     * @param owner who is accountable
     * @param since since when it is in its status
     * @param definition the definition that it stays with
     */
    public record Head(String id, String title, QueueView.Chips chips, String owner, Moment since, String definition) {}

    /**
     * Something that is known.
     *
     * @param name its name
     * @param value its value
     */
    public record Fact(String name, String value) {}

    /**
     * One cycle of a clock.
     *
     * @param name its service level and target
     * @param state how it stands
     * @param late whether the target was missed
     * @param due when it falls due; null where it does not
     * @param left what is left or over, in words
     */
    public record Clock(
            String name,
            String state,
            boolean late,
            @Nullable Moment due,
            String left) {}

    /**
     * A note or a message.
     *
     * @param who who wrote it
     * @param how what it is
     * @param at when
     * @param text what it says
     */
    public record Talk(String who, String how, Moment at, String text) {}

    /**
     * Something to tick off or to work on.
     *
     * @param name its name
     * @param state how it stands
     * @param done whether it is done
     */
    public record Item(String name, String state, boolean done) {}
}
