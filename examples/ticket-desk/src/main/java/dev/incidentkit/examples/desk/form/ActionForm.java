package dev.incidentkit.examples.desk.form;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.IncidentCommand;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How one command is asked for and made. It says what the command can carry; what of it must be given, and whether it may be
 * sent at all, comes from the definition.
 *
 * @param id its name in requests
 * @param action the action of the lifecycle that the command asks for
 * @param label what its button says
 * @param fields what it can carry
 * @param maker makes the command
 * @param useful whether there is something that it could be about
 */
public record ActionForm(
        String id,
        Action action,
        String label,
        Function<About, List<Input>> fields,
        BiFunction<About, FormData, IncidentCommand> maker,
        Predicate<About> useful) {

    static ActionForm of(
            Action action,
            String label,
            Function<About, List<Input>> fields,
            BiFunction<About, FormData, IncidentCommand> maker) {
        return new ActionForm(action.name(), action, label, fields, maker, about -> true);
    }

    /** A command that carries nothing. */
    static ActionForm bare(Action action, String label, IncidentCommand command) {
        return of(action, label, about -> List.of(), (about, data) -> command);
    }

    ActionForm named(String other) {
        return new ActionForm(other, action, label, fields, maker, useful);
    }

    ActionForm where(Predicate<About> there) {
        return new ActionForm(id, action, label, fields, maker, there);
    }

    /**
     * What the form asks for.
     *
     * @param about what it is about
     * @return its inputs, of which those that the definition requires say so
     */
    public List<Input> inputs(About about) {
        return about.demanding(fields.apply(about), action);
    }

    /**
     * Makes the command.
     *
     * @param about what it is about
     * @param data what was filled in
     * @return the command
     * @throws dev.incidentkit.core.incident.IncidentRejectedException with everything that cannot be read
     */
    public IncidentCommand command(About about, FormData data) {
        IncidentCommand command = maker.apply(about, data);
        data.refuseFaults(action);
        return command;
    }
}
