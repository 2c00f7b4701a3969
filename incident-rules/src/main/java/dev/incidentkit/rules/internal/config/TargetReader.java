package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.sla.ClockConditions;
import dev.incidentkit.core.sla.Goal;
import dev.incidentkit.core.sla.Limit;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.Satisfier;
import dev.incidentkit.core.sla.SatisfyingAct;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.SlaTargetBuilder;
import dev.incidentkit.core.sla.Threshold;
import dev.incidentkit.core.sla.ZoneSource;
import dev.incidentkit.rules.internal.yaml.Durations;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads targets of service levels. */
final class TargetReader {
    static final String FIRST_HUMAN_ANSWER = "firstHumanAnswer";
    static final String CUSTOMER_MESSAGE = "customerMessage";
    static final String NOBODY = "nobody";
    static final String OF = " of ";
    static final String WORKING_DAYS = " working days";
    static final String END_OF_DAY = "end of next working day";
    static final String DAY_AT = "next working day at ";
    static final String BY = "by attribute ";

    private static final String GOAL =
            "a goal like 4h, 4h of office hours, 2 working days, end of next working day, next working day at 16:00,"
                    + " or by attribute dueDate";
    private static final String THRESHOLD = "a threshold like 75%, before 30m or past 1h";

    private final Scope scope;
    private final Values values;
    private final ConditionReader conditions;

    TargetReader(Scope scope) {
        this.scope = scope;
        this.values = scope.values;
        this.conditions = new ConditionReader(scope);
    }

    /**
     * Reads a target.
     *
     * @param base what the keys that are missing have; null for the defaults
     * @param calendar the calendar of goals that name none; null for round the clock
     */
    @Nullable
    SlaTarget target(Measure measure, Section section, @Nullable SlaTarget base, @Nullable String calendar) {
        Node own = section.get("calendar");
        String hours = own == null ? calendar : calendar(own, section.path("calendar"));
        Map<String, Goal> goals = new TreeMap<>(base == null ? Map.of() : base.goals());
        goals(section, hours, goals);
        Goal otherwise = otherwise(section, hours, base == null ? null : base.otherwise());
        SlaTargetBuilder builder = base == null ? SlaTarget.of(measure, Map.of()) : new SlaTargetBuilder().from(base);
        if (goals.isEmpty() && otherwise == null) {
            section.need("goals");
        }
        thresholds(section, builder);
        conditions(section, base == null ? ClockConditions.of() : base.conditions(), builder);
        satisfier(section, base == null ? null : base.satisfier(), builder);
        builder.rules(new ClockRulesReader(values).rules(section, base == null ? null : base.rules()));
        ZoneSource source =
                section.constant("zoneSource", ZoneSource.class, base == null ? ZoneSource.POLICY : base.zoneSource());
        builder.zoneSource(source);
        zones(section, builder);
        section.close();
        return goals.isEmpty() && otherwise == null
                ? null
                : values.made(
                        section.node(),
                        section.path(),
                        () -> builder.goals(new TreeMap<>(goals))
                                .otherwise(otherwise)
                                .build());
    }

    @Nullable
    String calendar(Node node, String path) {
        return values.oneOf(node, path, "a calendar", scope.calendars.keySet());
    }

    private void goals(Section section, @Nullable String calendar, Map<String, Goal> goals) {
        List<String> labels =
                scope.priorities.levels().stream().map(Level::name).toList();
        String path = section.path("goals");
        section.entries("goals").forEach((label, entry) -> {
            Goal goal = goal(entry.value(), Values.path(path, label), calendar);
            if (!labels.contains(label)) {
                values.unknown(entry.key(), path, "a priority", labels);
            } else if (goal != null) {
                goals.put(label, goal);
            }
        });
    }

    private @Nullable Goal otherwise(Section section, @Nullable String calendar, @Nullable Goal base) {
        Node node = section.get("otherwise");
        return node == null ? base : goal(node, section.path("otherwise"), calendar);
    }

    private @Nullable Goal goal(Node node, String path, @Nullable String calendar) {
        String text = values.text(node, path);
        if (text == null) {
            return null;
        }
        int of = text.indexOf(OF, text.startsWith(END_OF_DAY) ? END_OF_DAY.length() : 0);
        String limitText = (of < 0 ? text : text.substring(0, of)).strip();
        String hours = of < 0 ? calendar : text.substring(of + OF.length()).strip();
        BusinessCalendar found = hours == null ? BusinessCalendar.roundTheClock() : scope.calendars.get(hours);
        if (found == null) {
            Node.Text named = new Node.Text(node.mark(), String.valueOf(hours), true);
            values.unknown(named, path, "a calendar", scope.calendars.keySet());
        }
        Limit limit = values.parsed(node, path, GOAL, whole -> limit(limitText));
        if (limit instanceof Limit.DueDate due && !isInstant(due)) {
            noInstant(due, node, path);
        }
        return found == null || limit == null ? null : new Goal(limit, found);
    }

    private void noInstant(Limit.DueDate due, Node node, String path) {
        List<String> names = scope.attributes.values().stream()
                .filter(attribute -> attribute.type() == AttributeType.INSTANT)
                .map(attribute -> attribute.name())
                .toList();
        Node.Text named = new Node.Text(node.mark(), due.attribute(), true);
        values.unknown(named, path, "an attribute of type instant", names);
    }

    private boolean isInstant(Limit.DueDate due) {
        return scope.attributes.containsKey(due.attribute())
                && scope.attributes.get(due.attribute()).type() == AttributeType.INSTANT;
    }

    private static Limit limit(String text) {
        if (text.endsWith(WORKING_DAYS) || text.equals("1 working day")) {
            return new Limit.WorkingDays(Integer.parseInt(text.substring(0, text.indexOf(' '))));
        } else if (text.equals(END_OF_DAY)) {
            return Limit.EndOfNextWorkingDay.INSTANCE;
        } else if (text.startsWith(DAY_AT)) {
            return new Limit.NextWorkingDayAt(LocalTime.parse(text.substring(DAY_AT.length())));
        } else if (text.startsWith(BY)) {
            return new Limit.DueDate(text.substring(BY.length()));
        }
        return Limit.within(Durations.parse(text));
    }

    private void thresholds(Section section, SlaTargetBuilder builder) {
        Node node = section.get("thresholds");
        if (node == null) {
            if (section.has("thresholds")) {
                builder.thresholds(List.of());
            }
            return;
        }
        List<Threshold> thresholds = new ArrayList<>();
        for (Node.Text text : values.texts(node, section.path("thresholds"))) {
            Threshold threshold = values.parsed(text, section.path("thresholds"), THRESHOLD, TargetReader::threshold);
            if (threshold != null) {
                thresholds.add(threshold);
            }
        }
        builder.thresholds(thresholds);
    }

    private static Threshold threshold(String text) {
        if (text.endsWith("%")) {
            return Threshold.percent(
                    Integer.parseInt(text.substring(0, text.length() - 1).strip()));
        } else if (text.startsWith("before ")) {
            return Threshold.before(
                    Durations.parse(text.substring("before ".length()).strip()));
        } else if (text.startsWith("past ")) {
            return Threshold.past(
                    Durations.parse(text.substring("past ".length()).strip()));
        }
        throw new IllegalArgumentException("'" + text + "' is no threshold");
    }

    private void conditions(Section section, ClockConditions base, SlaTargetBuilder builder) {
        builder.conditions(new ClockConditions(
                conditions.condition(section, "attach", base.attach()),
                conditions.condition(section, "start", base.start()),
                conditions.condition(section, "pause", base.pause()),
                conditions.condition(section, "stop", base.stop()),
                conditions.condition(section, "reset", base.reset()),
                conditions.condition(section, "cancel", base.cancel())));
    }

    private void satisfier(Section section, @Nullable Satisfier base, SlaTargetBuilder builder) {
        Node node = section.get("satisfiedBy");
        String path = section.path("satisfiedBy");
        if (node == null) {
            builder.satisfier(base);
        } else if (node instanceof Node.Text) {
            String word = values.oneOf(
                    node, path, "a satisfier in one word", List.of(FIRST_HUMAN_ANSWER, CUSTOMER_MESSAGE, NOBODY));
            builder.satisfier(
                    FIRST_HUMAN_ANSWER.equals(word)
                            ? Satisfier.firstHumanAnswer()
                            : CUSTOMER_MESSAGE.equals(word) ? Satisfier.customerMessage() : null);
        } else {
            Section deeds = values.section(node, path);
            builder.satisfier(deeds == null ? null : deeds(deeds));
        }
    }

    private @Nullable Satisfier deeds(Section section) {
        Set<ActorKind> actors = constants(section, "actors", ActorKind.class);
        Set<SatisfyingAct> acts = constants(section, "acts", SatisfyingAct.class);
        Set<Visibility> visibilities = constants(section, "visibility", Visibility.class);
        List<Node.Text> audiences = section.texts("audiences");
        section.close();
        Set<String> names = new TreeSet<>();
        if (audiences != null) {
            audiences.forEach(audience -> names.add(audience.value()));
        }
        boolean actorsGiven = section.need("actors") != null;
        boolean actsGiven = section.need("acts") != null;
        if (!actorsGiven || !actsGiven) {
            return null;
        }
        return values.made(
                section.node(), section.path(), () -> new Satisfier(actors, acts, visibilities, new TreeSet<>(names)));
    }

    private <E extends Enum<E>> Set<E> constants(Section section, String key, Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        List<Node.Text> texts = section.texts(key);
        if (texts != null) {
            for (Node.Text text : texts) {
                if (text.value().equals("any")) {
                    constants.addAll(EnumSet.allOf(type));
                } else {
                    E constant = values.constant(text, section.path(key), type);
                    if (constant != null) {
                        constants.add(constant);
                    }
                }
            }
        }
        return constants;
    }

    private void zones(Section section, SlaTargetBuilder builder) {
        if (section.get("zones") == null) {
            return;
        }
        Map<String, ZoneId> zones = new LinkedHashMap<>();
        String path = section.path("zones");
        section.entries("zones").forEach((name, entry) -> {
            ZoneId zone = values.zone(entry.value(), Values.path(path, name));
            if (zone != null) {
                zones.put(name, zone);
            }
        });
        builder.zones(new TreeMap<>(zones));
    }
}
