package dev.incidentkit.testkit.cases;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.ReportBuilder;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.testkit.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A report that is made to meet conditions, or to be an input of a table. What a report cannot say is passed over. */
final class ReportFacts {
    private static final String AFFECTS = "affects ";
    private static final String NAME_OF_SET = ": ";

    private final ProcessDefinition definition;
    private final SampleValues samples;
    private final ReportBuilder report;
    private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    private final Set<String> services = new TreeSet<>();
    private boolean told;

    ReportFacts(ProcessDefinition definition, ReportBuilder report) {
        this.definition = definition;
        this.samples = new SampleValues(definition);
        this.report = report;
        Report plain = report.build();
        attributes.putAll(plain.attributes().asMap());
        services.addAll(plain.services());
    }

    /** Whether the report says anything of what was asked for. */
    boolean isTold() {
        return told;
    }

    Report build() {
        return report.attributes(Attributes.of(attributes)).services(services).build();
    }

    void mostSevere() {
        report.impact(definition.impacts().at(0)).urgency(definition.urgencies().at(0));
    }

    void meet(Condition condition) {
        if (condition instanceof Condition.OneOf oneOf) {
            is(oneOf.fact(), oneOf.values().first());
        } else if (condition instanceof Condition.AtLeast atLeast) {
            level(atLeast);
        } else if (condition instanceof Condition.Between between) {
            BigDecimal number = between.min() == null ? between.max() : between.min();
            number(between.fact(), number == null ? BigDecimal.ONE : number);
        } else if (condition instanceof Condition.Has has) {
            has(has.fact());
        }
    }

    private void is(Fact fact, String value) {
        if (fact instanceof Fact.Attribute attribute) {
            attribute(attribute.attribute(), samples.named(attribute.attribute(), value));
            return;
        }
        switch ((Fact.BuiltIn) fact) {
            case IMPACT -> definition.impacts().find(value).ifPresent(level -> told(report.impact(level)));
            case URGENCY -> definition.urgencies().find(value).ifPresent(level -> told(report.urgency(level)));
            case SEVERITY -> definition.severities().find(value).ifPresent(level -> told(report.severity(level)));
            case CATEGORY -> told(report.category(new Category(value)));
            case CHANNEL -> told(report.channel(new Channel(value)));
            case SERVICE -> service(value);
            case RECORD_TYPE -> told(report.type(RecordType.valueOf(value)));
            case DRILL -> told(report.drill(Boolean.parseBoolean(value)));
            default -> {
                // no report says so
            }
        }
    }

    private void told(ReportBuilder unused) {
        told = true;
    }

    private void service(String name) {
        services.add(name);
        told = true;
    }

    private void attribute(String name, Optional<AttributeValue> value) {
        value.ifPresent(found -> {
            attributes.put(name, found);
            told = true;
        });
    }

    private void level(Condition.AtLeast atLeast) {
        is(atLeast.fact(), atLeast.level());
    }

    private void number(Fact fact, BigDecimal number) {
        if (fact instanceof Fact.Attribute attribute) {
            attribute(attribute.attribute(), Optional.of(AttributeValue.of(number)));
        } else if (fact == Fact.BuiltIn.AFFECTED_USERS) {
            told(report.affectedUsers(number.intValue()));
        }
    }

    private void has(Fact fact) {
        if (fact instanceof Fact.Attribute attribute) {
            attribute(attribute.attribute(), samples.value(attribute.attribute()));
        } else if (fact == Fact.BuiltIn.DETECTION_KNOWN) {
            told(report.detectedAt(Scenario.MONDAY_MORNING.minusSeconds(1800)));
        } else if (fact == Fact.BuiltIn.CATEGORY) {
            told(report.category(samples.category()));
        } else if (fact == Fact.BuiltIn.SERVICE) {
            service("mail");
        } else if (fact == Fact.BuiltIn.SEVERITY) {
            told(report.severity(definition.severities().at(0)));
        }
    }

    /** A value of a column of a table over incidents, sets of names among them: {@code tags: mail}, {@code affects mail}. */
    void tell(String column, Object value) {
        if (value instanceof Impact level) {
            told(report.impact(level));
        } else if (value instanceof Urgency level) {
            told(report.urgency(level));
        } else if (value instanceof Severity level) {
            told(report.severity(level));
        } else if (value instanceof Long number && column.equals(Fact.BuiltIn.AFFECTED_USERS.factName())) {
            told(report.affectedUsers((int) Math.min(number, Integer.MAX_VALUE)));
        } else if (value instanceof String text && !definition.attributes().containsKey(column)) {
            is(column, text);
        } else if (value instanceof Boolean flag && !definition.attributes().containsKey(column)) {
            flag(column, flag);
        } else {
            value(value).ifPresent(found -> attribute(column, Optional.of(found)));
        }
    }

    private void is(String column, String text) {
        for (Fact.BuiltIn fact : Set.of(Fact.BuiltIn.CATEGORY, Fact.BuiltIn.CHANNEL, Fact.BuiltIn.SERVICE)) {
            if (fact.factName().equals(column) && !text.isBlank()) {
                is(fact, text);
            }
        }
    }

    /** Whether one name is in a set. */
    private void flag(String column, boolean isIn) {
        if (!isIn) {
            return;
        }
        if (column.startsWith(AFFECTS)) {
            service(column.substring(AFFECTS.length()));
            return;
        }
        int split = column.indexOf(NAME_OF_SET);
        if (split > 0 && definition.attributes().containsKey(column.substring(0, split))) {
            String attribute = column.substring(0, split);
            Set<String> names = new TreeSet<>(Set.of(column.substring(split + NAME_OF_SET.length())));
            if (attributes.get(attribute) instanceof AttributeValue.Names others) {
                names.addAll(others.values());
            }
            attribute(attribute, Optional.of(AttributeValue.of(names)));
        }
    }

    private static Optional<AttributeValue> value(Object value) {
        if (value instanceof CustomLevel level) {
            return Optional.of(AttributeValue.of(level));
        }
        if (value instanceof BigDecimal number) {
            return Optional.of(AttributeValue.of(number));
        }
        if (value instanceof Boolean flag) {
            return Optional.of(AttributeValue.of(flag));
        }
        if (value instanceof Instant instant) {
            return Optional.of(AttributeValue.of(instant));
        }
        if (value instanceof Duration duration) {
            return Optional.of(AttributeValue.of(duration));
        }
        return value instanceof String text ? Optional.of(AttributeValue.of(text)) : Optional.empty();
    }
}
