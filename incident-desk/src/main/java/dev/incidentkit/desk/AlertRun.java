package dev.incidentkit.desk;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Alert;
import dev.incidentkit.core.incident.AlertCommand;
import dev.incidentkit.core.incident.AlertState;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.process.AlertPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Alerts of one key that came one after the other and say the same. Not safe for use by several threads. */
final class AlertRun {
    private final String key;
    private final Alert first;
    private final @Nullable String suppressedBy;
    private final @Nullable Instant suppressedUntil;
    private final List<Integer> places = new ArrayList<>();
    private Instant firstAt;
    private Instant lastAt;

    AlertRun(String key, Alert first, @Nullable String suppressedBy, @Nullable Instant suppressedUntil) {
        this.key = key;
        this.first = first;
        this.suppressedBy = suppressedBy;
        this.suppressedUntil = suppressedUntil;
        this.firstAt = first.at();
        this.lastAt = first.at();
    }

    String key() {
        return key;
    }

    AlertState state() {
        return first.state();
    }

    boolean isSuppressed() {
        return suppressedBy != null;
    }

    /** The places of its alerts among all that came together. */
    List<Integer> places() {
        return places;
    }

    boolean goesOnWith(AlertRun next) {
        return next.state() == state()
                && Objects.equals(next.suppressedBy, suppressedBy)
                && Objects.equals(next.suppressedUntil, suppressedUntil);
    }

    AlertRun add(int place, Instant at) {
        places.add(place);
        firstAt = at.isBefore(firstAt) ? at : firstAt;
        lastAt = at.isAfter(lastAt) ? at : lastAt;
        return this;
    }

    AlertCommand.Signal signal() {
        return new AlertCommand.Signal(key, state(), places.size(), firstAt, lastAt, suppressedBy, suppressedUntil);
    }

    /** What was sent, without what was found out about it: the same when it is sent again. */
    AlertCommand.Signal sent() {
        return new AlertCommand.Signal(key, state(), places.size(), firstAt, lastAt, null, null);
    }

    /** A clock of the source that is ahead of the desk's says nothing about when the condition was noticed. */
    Report report(ProcessDefinition definition, AlertPolicy policy, Instant at) {
        return Report.of(first.summary(), Reporter.source(first.source()), Channel.MONITORING)
                .services(Optional.ofNullable(policy.service()).flatMap(first::value).stream()
                        .collect(Collectors.toSet()))
                .attributes(attributes(definition, policy))
                .detectedAt(firstAt.isAfter(at) ? at : firstAt)
                .type(isSuppressed() ? RecordType.POTENTIAL_INCIDENT : RecordType.INCIDENT)
                .build();
    }

    private Attributes attributes(ProcessDefinition definition, AlertPolicy policy) {
        Map<String, AttributeValue> attributes = new TreeMap<>();
        for (String name : policy.attributes()) {
            String value = first.attributes().get(name);
            AttributeDefinition declared = definition.attributes().get(name);
            if (value != null && declared != null) {
                attributes.put(
                        name,
                        declared.traits().contains(AttributeTrait.PERSONAL)
                                ? AttributeValue.personal(value)
                                : AttributeValue.of(value));
            }
        }
        return Attributes.of(attributes);
    }
}
