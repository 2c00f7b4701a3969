package dev.incidentkit.desk;

import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.policy.Advisor;
import dev.incidentkit.core.policy.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what advisors suggest, and keeps programs from overwriting by it what is known. */
final class Advice {
    /** Under which name it is recorded whose suggestion was accepted. */
    static final String ANSWER = "advisor";

    private static final Logger LOG = LoggerFactory.getLogger(ServiceDesk.class);

    private Advice() {}

    /** The surest first. An advisor that fails has nothing to say: others may have. */
    static List<Suggestion> of(List<Advisor> advisors, Incident incident) {
        List<Suggestion> all = new ArrayList<>();
        for (Advisor advisor : advisors) {
            try {
                all.addAll(advisor.suggest(incident));
            } catch (RuntimeException e) {
                LOG.warn("Advisor {} failed over incident {}", advisor, incident.id(), e);
            }
        }
        all.sort(Comparator.comparingDouble(Suggestion::confidence).reversed());
        return List.copyOf(all);
    }

    static Map<String, String> answers(Suggestion suggestion) {
        return Map.of(ANSWER, String.format(Locale.ROOT, "%s (%.2f)", suggestion.source(), suggestion.confidence()));
    }

    /** Refuses that a program puts what was suggested in the place of what is known: that is for people to do. */
    static void check(DeskWriter.Order order, Incident incident) {
        if (!order.answers().containsKey(ANSWER) || order.actor().kind() == ActorKind.HUMAN) {
            return;
        }
        Set<String> overwritten = new TreeSet<>();
        fields(order.command())
                .filter(field -> order.command().gives(field) && incident.has(field))
                .forEach(field -> overwritten.add(field.fieldName()));
        if (!overwritten.isEmpty()) {
            throw new IncidentRejectedException(
                    order.command().action(),
                    "incident " + order.id(),
                    overwritten.stream()
                            .map(field -> new Unmet(
                                    UnmetKind.PERMISSION,
                                    UnmetCode.SUGGESTION_OVERWRITES,
                                    field,
                                    field + " is known; only people put a suggestion in its place, but "
                                            + order.actor().id() + " is "
                                            + order.actor().kind()))
                            .toList());
        }
    }

    private static Stream<Field> fields(IncidentCommand command) {
        Stream<Field> attributes = attributes(command).asMap().keySet().stream().map(Field::attribute);
        Stream<Field> removed = command instanceof WorkCommand.Amend amend
                ? amend.removed().stream().map(Field::attribute)
                : Stream.of();
        return Stream.concat(Stream.of(Field.BuiltIn.values()), Stream.concat(attributes, removed));
    }

    private static Attributes attributes(IncidentCommand command) {
        if (command instanceof WorkCommand.Amend amend) {
            return amend.attributes();
        }
        return command instanceof LifecycleCommand.Perform perform ? perform.attributes() : Attributes.none();
    }
}
