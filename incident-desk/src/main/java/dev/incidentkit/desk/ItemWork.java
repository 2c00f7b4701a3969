package dev.incidentkit.desk;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.incident.WorkCommand;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds the services that depend on an item which suffers, so that impact and routing see what the item drags along. */
final class ItemWork {
    /** Under which name the answer is recorded. */
    static final String ANSWER = "configuration";

    private static final int LONGEST = 200;

    private final ConfigurationPort port;

    ItemWork(ConfigurationPort port) {
        this.port = port;
    }

    /** What was decided, followed by the services that come with it, as far as the lifecycle lets fields change here. */
    Draft.Entry followed(Draft.Entry entry, DeskWriter.Order order, CommandContext context) {
        if (entry.events().isEmpty()
                || !(order.command() instanceof WorkCommand.Link link)
                || link.relation().kind() != RelationKind.AFFECTED_ITEM) {
            return entry;
        }
        Set<String> services = new TreeSet<>(entry.after().services());
        Set<String> more = asked(order, link.relation().target());
        if (!services.addAll(more)) {
            return entry;
        }
        IncidentCommand amend = new WorkCommand.Amend(null, null, services, null, Attributes.none(), Set.of());
        ProcessDefinition definition = entry.definition();
        CommandContext answered = with(context, more);
        return definition.check(entry.after(), amend, answered).isEmpty()
                ? entry.then(definition.carryOut(entry.after(), amend, answered))
                : entry;
    }

    private Set<String> asked(DeskWriter.Order order, String item) {
        try {
            return new TreeSet<>(port.dependentServices(item));
        } catch (RuntimeException e) {
            Unmet failed =
                    new Unmet(UnmetKind.PORT, UnmetCode.PORT_FAILED, null, "the configuration port failed: " + e);
            IncidentRejectedException refusal =
                    new IncidentRejectedException(order.command().action(), "incident " + order.id(), List.of(failed));
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static CommandContext with(CommandContext context, Set<String> services) {
        String told = String.join(", ", services);
        Map<String, String> answers = new TreeMap<>(context.answers());
        answers.put(ANSWER, told.length() > LONGEST ? services.size() + " services" : told);
        return new CommandContext(context.actor(), context.at(), answers);
    }
}
