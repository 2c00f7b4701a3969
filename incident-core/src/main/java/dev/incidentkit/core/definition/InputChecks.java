package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is not acceptable about the values of a command. */
final class InputChecks {
    private final ProcessDefinition definition;
    private final List<Unmet> unmet = new ArrayList<>();

    InputChecks(ProcessDefinition definition) {
        this.definition = definition;
    }

    List<Unmet> unmet() {
        return unmet;
    }

    InputChecks fault(String code, @Nullable String field, String message) {
        unmet.add(new Unmet(UnmetKind.INPUT, code, field, message));
        return this;
    }

    InputChecks level(Scale<?> scale, @Nullable Level level) {
        if (level != null && !scale.contains(level)) {
            fault(UnmetCode.LEVEL_UNKNOWN, scale.name(), "'" + level + "' is no level of scale " + scale);
        }
        return this;
    }

    InputChecks attributes(Attributes attributes) {
        attributes.asMap().forEach((name, value) -> {
            AttributeDefinition declared = definition.attributes().get(name);
            if (declared == null) {
                fault(
                        UnmetCode.ATTRIBUTE_UNKNOWN,
                        "attribute:" + name,
                        "there is no attribute '" + name + "'; declared are "
                                + definition.attributes().keySet());
            } else {
                declared.fault(value)
                        .ifPresent(fault -> fault(UnmetCode.ATTRIBUTE_INVALID, "attribute:" + name, fault));
            }
        });
        return this;
    }

    /** A field that holds an instant, if it is known. */
    record Timed(String field, @Nullable Instant at) {}

    /** Fields whose instants must not decrease; those that are not known are passed over. */
    InputChecks order(Timed... fields) {
        Timed before = null;
        for (Timed field : fields) {
            if (field.at() == null) {
                continue;
            }
            if (before != null && before.at() != null && field.at().isBefore(before.at())) {
                fault(
                        UnmetCode.TIME_ORDER,
                        field.field(),
                        field.field() + " " + field.at() + " lies before " + before.field() + " " + before.at());
            }
            before = field;
        }
        return this;
    }

    InputChecks notAfter(String field, @Nullable Instant instant, Instant at) {
        if (instant != null && instant.isAfter(at)) {
            fault(UnmetCode.TIME_IN_FUTURE, field, field + " " + instant + " lies in the future; it is " + at);
        }
        return this;
    }

    InputChecks after(String field, @Nullable Instant instant, Instant at) {
        if (instant != null && !instant.isAfter(at)) {
            fault(UnmetCode.TIME_NOT_IN_FUTURE, field, field + " " + instant + " must lie in the future; it is " + at);
        }
        return this;
    }

    InputChecks ticket(AdoptedTicket ticket, Instant at) {
        AdoptionChecks.check(this, definition, ticket, at);
        return this;
    }
}
