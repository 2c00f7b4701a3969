package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.rules.incident.IncidentFacts;
import dev.incidentkit.rules.internal.yaml.Report;
import dev.incidentkit.rules.internal.yaml.Values;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that the parts of a definition may use, as far as they were read. Not safe for use by several threads. */
final class Scope {
    final Values values;
    Scale<Impact> impacts = Scale.IMPACT;
    Scale<Urgency> urgencies = Scale.URGENCY;
    Scale<Severity> severities = Scale.SEVERITY;
    Scale<Priority> priorities = Scale.PRIORITY;
    List<Status> statuses = List.of();
    final Map<String, AttributeDefinition> attributes = new LinkedHashMap<>();
    final Map<String, BusinessCalendar> calendars = new LinkedHashMap<>();

    Scope(Report report) {
        this.values = new Values(report);
        BusinessCalendar roundTheClock = BusinessCalendar.roundTheClock();
        BusinessCalendar office = BusinessCalendar.officeHours(ZoneOffset.UTC);
        calendars.put(roundTheClock.name(), roundTheClock);
        calendars.put(office.name(), office);
    }

    /** Takes over what a definition has that this one extends. */
    void extend(ProcessDefinition base) {
        impacts = base.impacts();
        urgencies = base.urgencies();
        severities = base.severities();
        priorities = base.priorities();
        statuses = base.lifecycle().statuses();
        attributes.putAll(base.attributes());
    }

    Report report() {
        return values.report();
    }

    /** The scale of a fact; null where its values are no levels. */
    @Nullable
    Scale<?> scale(Fact fact) {
        if (fact instanceof Fact.Attribute attribute) {
            AttributeDefinition definition = attributes.get(attribute.attribute());
            return definition == null ? null : definition.scale();
        }
        return switch ((Fact.BuiltIn) fact) {
            case IMPACT -> impacts;
            case URGENCY -> urgencies;
            case SEVERITY -> severities;
            case PRIORITY -> priorities;
            default -> null;
        };
    }

    /** The columns that tables over incidents may have. Personal texts and sets as a whole have none. */
    IncidentFacts facts() {
        IncidentFacts facts = IncidentFacts.of(impacts, urgencies, severities, priorities);
        for (AttributeDefinition attribute : attributes.values()) {
            if (Columns.isColumn(attribute) && !facts.all().containsKey(attribute.name())) {
                facts = facts.with(attribute);
            }
        }
        return facts;
    }
}
