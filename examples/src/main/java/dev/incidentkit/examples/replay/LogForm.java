package dev.incidentkit.examples.replay;

import dev.incidentkit.core.incident.Phase;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the columns of a log are called, how it writes times, and in which phase its statuses are. */
final class LogForm {
    /** That of ServiceNow's audit export: times day first, without a zone, taken as UTC. */
    static final LogForm SERVICE_NOW = new LogForm(Map.of(), Times.SERVICE_NOW, Map.of());

    private final Map<Column, String> titles = new EnumMap<>(Column.class);
    private final Times times;
    private final Map<String, Phase> phases;

    LogForm(Map<Column, String> titles, Times times, Map<String, Phase> phases) {
        this.titles.putAll(titles);
        this.times = times;
        this.phases = Map.copyOf(phases);
    }

    /** The columns that are read. */
    enum Column {
        NUMBER,
        INCIDENT_STATE,
        ACTIVE,
        REASSIGNMENT_COUNT,
        REOPEN_COUNT,
        SYS_MOD_COUNT,
        OPENED_AT,
        SYS_CREATED_AT,
        SYS_UPDATED_AT,
        CONTACT_TYPE,
        CATEGORY,
        IMPACT,
        URGENCY,
        PRIORITY,
        ASSIGNMENT_GROUP,
        ASSIGNED_TO,
        CLOSED_CODE,
        RESOLVED_AT,
        CLOSED_AT;

        private final String title = name().toLowerCase(Locale.ROOT);

        String title() {
            return title;
        }

        /** Whether a log can do without it: what it says is then counted from the rows, or not known of any incident. */
        boolean mayLack() {
            return switch (this) {
                case ACTIVE,
                        REASSIGNMENT_COUNT,
                        REOPEN_COUNT,
                        SYS_MOD_COUNT,
                        SYS_CREATED_AT,
                        CONTACT_TYPE,
                        CATEGORY,
                        ASSIGNMENT_GROUP,
                        ASSIGNED_TO,
                        CLOSED_CODE,
                        RESOLVED_AT,
                        CLOSED_AT -> true;
                default -> false;
            };
        }

        static List<String> titles() {
            return Arrays.stream(values()).map(Column::title).toList();
        }

        static Optional<Column> titled(String title) {
            for (Column column : values()) {
                if (column.title.equals(title)) {
                    return Optional.of(column);
                }
            }
            return Optional.empty();
        }
    }

    /** How times are written: as a pattern says, in a zone where they name none. */
    static final class Times {
        /** Stands in messages, and every pattern is tried on it. */
        private static final Instant SAMPLE = Instant.parse("2016-02-29T01:16:00Z");

        static final Times SERVICE_NOW = new Times("d/M/uuuu HH:mm", ZoneOffset.UTC);

        private final DateTimeFormatter format;
        private final ZoneId zone;

        /** Refuses a pattern that is none. Strictly read, a year of {@code yyyy} asks for its era, which no log tells. */
        Times(String pattern, ZoneId zone) {
            this.format = DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
            this.zone = zone;
            parse(format.format(SAMPLE.atZone(zone)));
        }

        private Instant parse(String text) {
            TemporalAccessor time = format.parse(text);
            ZoneId named = time.query(TemporalQueries.zone());
            return LocalDateTime.from(time).atZone(named == null ? zone : named).toInstant();
        }
    }

    /** The phase of a status of the log; empty where nothing says what the status means. */
    Optional<Phase> phase(String state) {
        return Optional.ofNullable(phases.get(state));
    }

    boolean lacks(Column column) {
        return title(column).isEmpty();
    }

    ZoneId zone() {
        return times.zone;
    }

    /** What the log calls a column; empty where it does not have it. */
    String title(Column column) {
        return titles.getOrDefault(column, column.title());
    }

    /**
     * Reads a time.
     *
     * @throws DateTimeException if it is written in another way, or does not exist
     */
    Instant time(String text) {
        return times.parse(text);
    }

    /** A time as the log writes it. */
    String example() {
        return times.format.format(Times.SAMPLE.atZone(times.zone));
    }
}
