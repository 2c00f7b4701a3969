package dev.incidentkit.core.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.CalendarBuilder;
import dev.incidentkit.core.calendar.Holiday;
import dev.incidentkit.core.calendar.Window;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Due instants and elapsed times with pauses, of other projects, as incidents that wait under a clock. */
class PeerVectorsTest {
    /** Conventions that this library does not share; see the README of the vectors. */
    private static final Set<String> OTHER_CONVENTIONS = Set.of("zeroAmount", "reversed", "holidayOverrideClash");

    private static Path vectors() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path vectors = up.resolve("shared").resolve("vectors");
            if (Files.isDirectory(vectors)) {
                return vectors;
            }
        }
        return Path.of("shared", "vectors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"biz-pauses.jsonl", "zammad.jsonl"})
    void clocks_agree_with_the_peer(String file) throws IOException {
        Path path = vectors().resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "the vectors " + file + " are not here");
        List<String> differing = new ArrayList<>();
        int compared = 0;
        for (String line : Files.readAllLines(path)) {
            JsonNode vector = JsonMapper.shared().readTree(line);
            if (isComparable(vector)) {
                compared++;
                String found = found(vector);
                if (!expected(vector).contains(found)) {
                    differing.add(
                            vector.get("id").asString() + ": expected " + expected(vector) + ", but found " + found);
                }
            }
        }

        assertThat(differing).isEmpty();
        assertThat(compared).isGreaterThan(50);
    }

    private static boolean isComparable(JsonNode vector) {
        for (JsonNode tag : vector.path("tags")) {
            if (OTHER_CONVENTIONS.contains(tag.asString())) {
                return false;
            }
        }
        String op = vector.get("op").asString();
        boolean positive = !op.equals("deadline") || vector.get("amountSeconds").asLong() > 0;
        return positive && (op.equals("deadline") || op.equals("elapsed"));
    }

    /** Where time runs out when a pause begins, the clock has not breached, and is due when the pause ends. */
    private static List<String> expected(JsonNode vector) {
        if (!vector.path("landsOnClose").asBoolean(false)) {
            return List.of(vector.get("expected").asString());
        }
        String close = vector.get("expectedClose").asString();
        List<String> expected = new ArrayList<>(List.of(close));
        String end = close;
        for (JsonNode pause : vector.path("pauses")) {
            if (pause.get("from").asString().equals(end)) {
                end = pause.get("to").asString();
                expected.add(end);
            }
        }
        return expected;
    }

    private static String found(JsonNode vector) {
        Instant start = Instant.parse(vector.get("start").asString());
        boolean elapsed = vector.get("op").asString().equals("elapsed");
        Duration amount = elapsed
                ? Duration.ofDays(5_000)
                : Duration.ofSeconds(vector.get("amountSeconds").asLong());
        SlaClock clock = Clocks.clock(Clocks.within(amount, calendar(vector)));
        Story story = Story.reported(start.toString(), Priority.P1).start(start.toString());
        for (JsonNode pause : vector.path("pauses")) {
            Instant from = later(Instant.parse(pause.get("from").asString()), start);
            Instant to = Instant.parse(pause.get("to").asString());
            if (to.isAfter(from)) {
                story.hold(from.toString(), HoldReason.CALLER).resume(to.toString());
            }
        }
        if (elapsed) {
            return Long.toString(story.resolution(clock, vector.get("end").asString())
                    .elapsed()
                    .working()
                    .toSeconds());
        }
        return String.valueOf(story.resolution(clock, "2040-01-01T00:00:00Z").dueAt());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static BusinessCalendar calendar(JsonNode vector) {
        CalendarBuilder builder =
                BusinessCalendar.builder("vector", ZoneId.of(vector.get("tz").asString()));
        for (DayOfWeek day : DayOfWeek.values()) {
            JsonNode windows = vector.path("week").path(day.name().substring(0, 3));
            if (!windows.isMissingNode()) {
                builder.on(day, windows(windows));
            }
        }
        for (JsonNode date : vector.path("holidays")) {
            builder.holiday(Holiday.on(LocalDate.parse(date.asString()), "holiday"));
        }
        vector.path("overrides")
                .properties()
                .forEach(entry -> builder.shift(LocalDate.parse(entry.getKey()), windows(entry.getValue())));
        Map<LocalDate, List<Window>> breaks = new TreeMap<>();
        for (JsonNode pause : vector.path("breaks")) {
            breaks.computeIfAbsent(LocalDate.parse(pause.get("date").asString()), date -> new ArrayList<>())
                    .add(Window.of(pause.get("from").asString(), pause.get("to").asString()));
        }
        breaks.forEach((date, windows) -> builder.breakOn(date, windows.toArray(Window[]::new)));
        return builder.build();
    }

    private static Window[] windows(JsonNode windows) {
        List<Window> all = new ArrayList<>();
        for (JsonNode window : windows) {
            all.add(Window.of(window.get(0).asString(), window.get(1).asString()));
        }
        return all.toArray(Window[]::new);
    }
}
