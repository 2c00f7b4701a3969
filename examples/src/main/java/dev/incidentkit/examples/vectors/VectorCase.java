package dev.incidentkit.examples.vectors;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.CalendarBuilder;
import dev.incidentkit.core.calendar.Holiday;
import dev.incidentkit.core.calendar.OpenSegment;
import dev.incidentkit.core.calendar.Window;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case of a file: hours, a question about them, and the answer that another program gave. */
final class VectorCase {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "MON", DayOfWeek.MONDAY,
            "TUE", DayOfWeek.TUESDAY,
            "WED", DayOfWeek.WEDNESDAY,
            "THU", DayOfWeek.THURSDAY,
            "FRI", DayOfWeek.FRIDAY,
            "SAT", DayOfWeek.SATURDAY,
            "SUN", DayOfWeek.SUNDAY);

    private final String place;
    private final JsonNode node;

    private VectorCase(String place, JsonNode node) {
        this.place = place;
        this.node = node;
    }

    /**
     * Reads a case.
     *
     * @param place the file and the line, for messages
     * @param line one JSON object
     */
    static VectorCase read(String place, String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (!node.isObject() || !node.path("id").isString()) {
                throw new VectorException(place + ": a case is an object with an id, but this is " + cut(line));
            }
            VectorMembers.check(place, node);
            return new VectorCase(place, node);
        } catch (JacksonException e) {
            throw new VectorException(place + ": no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String cut(String line) {
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }

    String place() {
        return place;
    }

    String id() {
        return text("id");
    }

    String op() {
        return text("op");
    }

    /** The answer in the file: on closing time where a deadline lands there, and by the library's rule for gaps. */
    Optional<String> expected() {
        if (node.path("landsOnClose").asBoolean(false) && node.has("expectedClose")) {
            return Optional.of(text("expectedClose"));
        }
        JsonNode expected = node.has("expected")
                ? node.get("expected")
                : node.path("alternatives").path("gapEdges");
        if (expected.isMissingNode() || expected.isNull()) {
            return Optional.empty();
        }
        if (expected.isObject() && expected.has("close")) {
            expected = expected.get("close");
        }
        return Optional.of(expected.isString() ? expected.asString() : expected.toString());
    }

    Instant start() {
        return instant(node, "start");
    }

    Instant end() {
        return instant(node, "end");
    }

    long amount(String member) {
        JsonNode amount = node.path(member);
        if (!amount.isIntegralNumber()) {
            throw fault(member, "must be a whole number, but is " + amount);
        }
        return amount.asLong();
    }

    String text(String member) {
        JsonNode text = node.path(member);
        if (!text.isString()) {
            throw fault(member, "must be a text, but is " + text);
        }
        return text.asString();
    }

    LocalDateTime local() {
        String text = text("local");
        return text.endsWith("T24:00")
                ? parsed("local", text.substring(0, text.length() - 6), LocalDate::parse)
                        .plusDays(1)
                        .atStartOfDay()
                : parsed("local", text, LocalDateTime::parse);
    }

    private Instant instant(JsonNode of, String member) {
        return parsed(member, of.path(member).asString(""), Instant::parse);
    }

    private <T> T parsed(String member, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new VectorException(place + ": " + member + " cannot be read: " + e.getMessage(), e);
        }
    }

    private VectorException fault(String member, String what) {
        return new VectorException(place + ": " + member + " " + what);
    }

    /** The stretches in which the clock stands still, sorted. */
    List<OpenSegment> pauses() {
        List<OpenSegment> pauses = new ArrayList<>();
        for (JsonNode pause : node.path("pauses")) {
            pauses.add(new OpenSegment(instant(pause, "from"), instant(pause, "to")));
        }
        pauses.sort(Comparator.comparing(OpenSegment::start));
        return pauses;
    }

    /**
     * The hours of the case; round the clock where it has none because it asks about the wall clock alone.
     *
     * @throws ConfigurationException if the calendar refuses them
     */
    BusinessCalendar calendar() {
        CalendarBuilder builder = BusinessCalendar.builder(id(), parsed("tz", text("tz"), ZoneId::of));
        if (!node.has("week")) {
            builder.everyDay(Window.ALL_DAY);
        }
        node.path("week").properties().forEach(day -> {
            DayOfWeek weekday = DAYS.get(day.getKey());
            if (weekday == null) {
                throw fault("week", "has a day " + day.getKey() + "; days are MON to SUN");
            }
            builder.on(weekday, windows(day.getValue()));
        });
        node.path("overrides")
                .properties()
                .forEach(shift -> builder.shift(date("overrides", shift.getKey()), windows(shift.getValue())));
        node.path("holidays")
                .forEach(day -> builder.holiday(Holiday.on(date("holidays", day.asString("")), "holiday")));
        Map<LocalDate, List<Window>> breaks = new TreeMap<>();
        node.path("breaks")
                .forEach(pause -> breaks.computeIfAbsent(
                                date("breaks", pause.path("date").asString("")), date -> new ArrayList<>())
                        .add(window(pause.path("from"), pause.path("to"))));
        breaks.forEach((date, windows) -> builder.breakOn(date, windows.toArray(Window[]::new)));
        return builder.build();
    }

    private LocalDate date(String member, String text) {
        return parsed(member, text, LocalDate::parse);
    }

    private Window[] windows(JsonNode pairs) {
        List<Window> windows = new ArrayList<>();
        pairs.forEach(pair -> windows.add(window(pair.path(0), pair.path(1))));
        return windows.toArray(Window[]::new);
    }

    private Window window(JsonNode from, JsonNode to) {
        return parsed("a window", from.asString("") + "-" + to.asString(""), Window::parse);
    }
}
