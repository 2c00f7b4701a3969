package dev.incidentkit.rules.incident;

import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.rules.BoundTable;
import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.Input;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a table over incidents may have: impact, urgency, severity, priority, category, service, channel,
 * affected users, reopenings, phase, and a host's own attributes. What an incident may lack is an optional column, so
 * that a rule can ask for its absence with {@code null}. Immutable.
 *
 * <pre>{@code
 * IncidentFacts facts = IncidentFacts.of(Scale.IMPACT, Scale.URGENCY, Scale.SEVERITY, Scale.PRIORITY)
 *         .with(AttributeDefinition.of("vip", AttributeType.BOOLEAN));
 * Input<Boolean> vip = facts.flag("vip");
 * }</pre>
 */
public final class IncidentFacts {
    private final Scale<Impact> impacts;
    private final Scale<Urgency> urgencies;
    private final Scale<Severity> severities;
    private final Scale<Priority> priorities;
    private final Map<String, FactColumn<?>> facts;

    private IncidentFacts(
            Scale<Impact> impacts,
            Scale<Urgency> urgencies,
            Scale<Severity> severities,
            Scale<Priority> priorities,
            Map<String, FactColumn<?>> facts) {
        this.impacts = impacts;
        this.urgencies = urgencies;
        this.severities = severities;
        this.priorities = priorities;
        this.facts = Collections.unmodifiableMap(facts);
    }

    /**
     * The facts of incidents with some scales.
     *
     * @param impacts the scale of impact
     * @param urgencies the scale of urgency
     * @param severities the scale of severity
     * @param priorities the scale of priority
     * @return the facts, without attributes
     */
    public static IncidentFacts of(
            Scale<Impact> impacts, Scale<Urgency> urgencies, Scale<Severity> severities, Scale<Priority> priorities) {
        Map<String, FactColumn<?>> facts = new LinkedHashMap<>();
        IncidentFacts made = new IncidentFacts(impacts, urgencies, severities, priorities, facts);
        add(facts, made.impact(), incident -> incident.impact().orElse(null));
        add(facts, made.urgency(), incident -> incident.urgency().orElse(null));
        add(facts, made.severity(), incident -> incident.severity().orElse(null));
        add(facts, made.priority(), incident -> incident.priority().orElse(null));
        add(
                facts,
                made.category(),
                incident -> incident.category().map(Category::path).orElse(null));
        add(
                facts,
                made.service(),
                incident -> incident.services().stream().min(String::compareTo).orElse(null));
        add(
                facts,
                made.channel(),
                incident -> incident.channel().map(Channel::name).orElse(null));
        add(facts, made.affectedUsers(), incident -> (long) incident.affectedUsers());
        add(facts, made.reopenings(), incident -> (long) incident.reopenings());
        add(facts, made.phase(), Incident::phase);
        return made;
    }

    private static <T> void add(
            Map<String, FactColumn<?>> facts, Input<T> input, Function<Incident, @Nullable T> value) {
        facts.put(input.name(), new FactColumn<>(input, value));
    }

    /**
     * These facts and an attribute. Its column has the attribute's name. A text is an open column, a number a decimal
     * one.
     *
     * @param attribute the attribute as a definition declares it
     * @return the facts with it
     * @throws IllegalArgumentException if the name is taken, or a table cannot look at such an attribute: a set of names
     *     (see {@link #withName}) or personal data
     */
    public IncidentFacts with(AttributeDefinition attribute) {
        String name = attribute.name();
        return switch (attribute.type()) {
            case SCALE ->
                with(
                        Input.scale(name, Objects.requireNonNull(attribute.scale())),
                        AttributeValue.Graded.class,
                        AttributeValue.Graded::value);
            case TEXT -> text(attribute);
            case NUMBER -> with(Input.decimal(name), AttributeValue.Number.class, AttributeValue.Number::value);
            case BOOLEAN -> with(Input.flag(name), AttributeValue.Flag.class, AttributeValue.Flag::value);
            case INSTANT -> with(Input.instant(name), AttributeValue.Moment.class, AttributeValue.Moment::value);
            case DURATION -> with(span(name), AttributeValue.Span.class, AttributeValue.Span::value);
            case SET ->
                throw new IllegalArgumentException("A table has no column of sets; ask for one name of '" + name
                        + "' with withName(attribute, name)");
        };
    }

    private static Input<Duration> span(String name) {
        Duration most = ColumnType.MAX_DURATION;
        return new Input<>(name, new ColumnType.DurationType(most.negated(), most), false);
    }

    private IncidentFacts text(AttributeDefinition attribute) {
        if (attribute.traits().contains(AttributeTrait.PERSONAL)) {
            throw new IllegalArgumentException(
                    "Attribute '" + attribute.name() + "' is personal data, on which no table decides");
        }
        return with(Input.text(attribute.name()), AttributeValue.Text.class, AttributeValue.Text::value);
    }

    private <V extends AttributeValue, T> IncidentFacts with(Input<T> input, Class<V> kind, Function<V, T> value) {
        String attribute = input.name();
        return with(new FactColumn<>(
                input.orMissing(),
                incident -> incident.attributes()
                        .get(attribute)
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .map(value)
                        .orElse(null)));
    }

    /**
     * These facts and whether an attribute that is a set of names has one of them. The column is named like {@code
     * tags: mail} and always has a value.
     *
     * @param attribute the attribute
     * @param name the name that is asked for
     * @return the facts with it
     * @throws IllegalArgumentException if the attribute is no set, or the column's name is taken
     */
    public IncidentFacts withName(AttributeDefinition attribute, String name) {
        if (attribute.type() != AttributeType.SET) {
            throw new IllegalArgumentException(
                    "Attribute '" + attribute.name() + "' is no set of names, but a " + attribute.type());
        }
        return with(new FactColumn<>(
                Input.flag(attribute.name() + ": " + name),
                incident ->
                        incident.attributes().get(attribute.name()).orElse(null) instanceof AttributeValue.Names names
                                && names.values().contains(name)));
    }

    /**
     * These facts and whether a service is affected. The column is named like {@code affects mail}.
     *
     * @param service the service
     * @return the facts with it
     * @throws IllegalArgumentException if the column's name is taken
     */
    public IncidentFacts withService(String service) {
        return with(new FactColumn<>(
                Input.flag("affects " + service),
                incident -> incident.services().contains(service)));
    }

    /**
     * These facts and one of the host's own making.
     *
     * @param fact a column and its value
     * @return the facts with it
     * @throws IllegalArgumentException if the column's name is taken
     */
    public IncidentFacts with(FactColumn<?> fact) {
        Map<String, FactColumn<?>> more = new LinkedHashMap<>(facts);
        if (more.putIfAbsent(fact.input().name(), fact) != null) {
            throw new IllegalArgumentException(
                    "There is a fact '" + fact.input().name() + "' already");
        }
        return new IncidentFacts(impacts, urgencies, severities, priorities, more);
    }

    /** {@return the impact; may be missing} */
    public Input<Impact> impact() {
        return Input.scale("impact", impacts).orMissing();
    }

    /** {@return the urgency; may be missing} */
    public Input<Urgency> urgency() {
        return Input.scale("urgency", urgencies).orMissing();
    }

    /** {@return the severity; may be missing} */
    public Input<Severity> severity() {
        return Input.scale("severity", severities).orMissing();
    }

    /** {@return the priority that holds, an override included; may be missing} */
    public Input<Priority> priority() {
        return Input.scale("priority", priorities).orMissing();
    }

    /** {@return the path in the taxonomy, for example {@code network/vpn}; may be missing} */
    public Input<String> category() {
        return Input.text("category").orMissing();
    }

    /** {@return the affected service, of several the first by name; may be missing} */
    public Input<String> service() {
        return Input.text("service").orMissing();
    }

    /** {@return the name of the channel; may be missing} */
    public Input<String> channel() {
        return Input.text("channel").orMissing();
    }

    /** {@return how many users suffer, 0 where not known} */
    public Input<Long> affectedUsers() {
        return Input.integer("affectedUsers", 0, Integer.MAX_VALUE);
    }

    /** {@return how often the incident was reopened} */
    public Input<Long> reopenings() {
        return Input.integer("reopenings", 0, Integer.MAX_VALUE);
    }

    /** {@return the phase of the status} */
    public Input<Phase> phase() {
        return Input.enumOf("phase", Phase.class);
    }

    /**
     * A column of true or false that was added.
     *
     * @param name the column's name
     * @return the column
     * @throws IllegalArgumentException if there is none
     */
    public Input<Boolean> flag(String name) {
        return column(name, Boolean.class, new ColumnType.BooleanType());
    }

    /**
     * A column of texts that was added.
     *
     * @param name the column's name
     * @return the column
     * @throws IllegalArgumentException if there is none
     */
    public Input<String> text(String name) {
        return column(name, String.class, new ColumnType.TextType(List.of()));
    }

    /**
     * A column of numbers that was added.
     *
     * @param name the column's name
     * @return the column
     * @throws IllegalArgumentException if there is none
     */
    public Input<BigDecimal> number(String name) {
        return column(name, BigDecimal.class, new ColumnType.DecimalType(null, null));
    }

    /**
     * A column of lengths of time that was added.
     *
     * @param name the column's name
     * @return the column
     * @throws IllegalArgumentException if there is none
     */
    public Input<Duration> duration(String name) {
        return column(name, Duration.class, span(name).type());
    }

    /**
     * A column of points in time that was added.
     *
     * @param name the column's name
     * @return the column
     * @throws IllegalArgumentException if there is none
     */
    public Input<Instant> instant(String name) {
        return column(name, Instant.class, new ColumnType.InstantType());
    }

    /**
     * A column of a scale that was added.
     *
     * @param scale the scale, which carries the attribute's name
     * @return the column
     * @throws IllegalArgumentException if there is none
     */
    public Input<CustomLevel> scale(Scale<CustomLevel> scale) {
        return column(scale.name(), CustomLevel.class, new ColumnType.ScaleType<>(scale));
    }

    @SuppressWarnings("unchecked") // a column of an equal type has values of T
    private <T> Input<T> column(String name, Class<T> kind, ColumnType<T> type) {
        FactColumn<?> fact = facts.get(name);
        if (fact == null || !fact.input().type().equals(type)) {
            throw new IllegalArgumentException(
                    "There is no fact '" + name + "' of " + kind.getSimpleName() + "; there are " + facts.keySet());
        }
        return (Input<T>) fact.input();
    }

    /** {@return all columns by name, in the order in which they were added} */
    public Map<String, FactColumn<?>> all() {
        return facts;
    }

    /**
     * Lets a table read its columns from incidents.
     *
     * @param table a table whose input columns are among these facts
     * @return the table over incidents
     * @throws IllegalArgumentException if a column is none of these facts; it names every one
     */
    public BoundTable<Incident> bind(CompiledTable table) {
        List<Function<Incident, ?>> values = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        for (Input<?> input : table.table().schema().inputs()) {
            FactColumn<?> fact = facts.get(input.name());
            if (fact == null || !fact.input().type().equals(input.type())) {
                strange.add(input.name());
            } else {
                values.add(fact.value());
            }
        }
        if (!strange.isEmpty()) {
            throw new IllegalArgumentException(
                    "Table '" + table.table().schema().name() + "' has the columns " + strange
                            + ", which are no facts of these types; there are " + facts.keySet());
        }
        List<Function<Incident, ?>> fixed = List.copyOf(values);
        return table.bind((incident, key) -> {
            for (Function<Incident, ?> value : fixed) {
                key.put(value.apply(incident));
            }
        });
    }
}
