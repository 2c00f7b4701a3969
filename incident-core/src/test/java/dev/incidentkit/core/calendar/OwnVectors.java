package dev.incidentkit.core.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes cases in the schema of the vector files, with the answers of {@link StepOracle}. Run its main method with the
 * file to write; the same seed gives the same file.
 */
final class OwnVectors {
    static final int CASES = 600;
    private static final long SEED = 20_261_125L;
    private static final long MINUTE = 60_000;
    private static final int DAYS = 10;
    private static final Instant SETTLED = Instant.parse("2024-01-01T00:00:00Z");
    private static final List<String> OPS =
            List.of("deadline", "deadlineBackward", "elapsed", "isOpen", "nextOpen", "nextClose", "previousOpen");

    /** Which changes of the clocks there are decides what is drawn. */
    static final String TZDB = ZoneRulesProvider.getVersions("UTC").lastKey();

    private OwnVectors() {}

    public static void main(String[] args) throws IOException {
        Files.write(Path.of(args[0]), lines());
    }

    static List<String> lines() {
        JsonMapper json = JsonMapper.shared();
        Random random = new Random(SEED);
        List<String> lines = new ArrayList<>();
        while (lines.size() < CASES) {
            RandomHours drawing = new RandomHours(random, kind -> {});
            Hours hours = plain(drawing.next());
            if (drawing.around().isAfter(SETTLED)) {
                continue; // governments still change these clocks
            }
            long first = Math.floorDiv(drawing.around().toEpochMilli(), MINUTE) * MINUTE - DAYS / 2 * 86_400_000L;
            StepOracle oracle = new StepOracle(hours, MINUTE, first, DAYS * 1440);
            Map<String, Object> vector = new LinkedHashMap<>();
            String op = OPS.get(lines.size() % OPS.size());
            vector.put("id", String.format("own-%04d", lines.size() + 1));
            vector.put("source", "this project's oracle: a clock walked minute by minute, tzdb " + TZDB);
            vector.put("basis", "run");
            describe(hours, vector);
            vector.put("op", op);
            if (ask(oracle, op, random, vector)) {
                lines.add(json.writeValueAsString(vector));
            }
        }
        return lines;
    }

    /** Adds the question and the answer; false if the answer lies outside the range that was walked. */
    private static boolean ask(StepOracle oracle, String op, Random random, Map<String, Object> vector) {
        int at = random.nextInt(oracle.steps);
        int other = random.nextInt(oracle.steps);
        int from = Math.min(at, other);
        int to = Math.max(at, other);
        int open = oracle.between(from, to);
        int start = op.equals("deadlineBackward") ? to : from;
        vector.put("start", instant(oracle, start));
        int answer = switch (op) {
            case "deadline" -> open == 0 ? -1 : oracle.after(from, open);
            case "deadlineBackward" -> open == 0 ? -1 : oracle.before(to, open);
            case "nextOpen" -> oracle.nextOpening(start);
            case "nextClose" -> oracle.nextClosing(start);
            case "previousOpen" -> oracle.previousClosing(start);
            default -> 0;
        };
        if (op.startsWith("deadline")) {
            vector.put("amountSeconds", open * 60);
        } else if (op.equals("elapsed")) {
            vector.put("end", instant(oracle, to));
        }
        vector.put(
                "expected",
                switch (op) {
                    case "elapsed" -> open * 60;
                    case "isOpen" -> oracle.isOpen(start);
                    default -> instant(oracle, Math.max(0, answer));
                });
        return answer >= 0;
    }

    /** What the schema can say: whole holidays, no weekly breaks, and windows that neither cross midnight nor overlap. */
    private static Hours plain(Hours drawn) {
        Hours plain = new Hours(drawn.zone);
        drawn.week.forEach((day, pairs) -> pairs.forEach(pair -> {
            add(plain.week, day, pair, 0);
            add(plain.week, day.plus(1), pair, Hours.DAY);
        }));
        drawn.breaks.forEach((date, pairs) -> pairs.forEach(pair -> {
            add(plain.breaks, date, pair, 0);
            add(plain.breaks, date.plusDays(1), pair, Hours.DAY);
        }));
        drawn.shifts.forEach((date, pairs) -> {
            plain.shifts.put(date, new ArrayList<>());
            pairs.forEach(pair -> add(plain.shifts, date, pair, 0));
        });
        drawn.holidays.keySet().forEach(date -> plain.holidays.put(date, List.of(new int[] {0, Hours.DAY})));
        return plain;
    }

    private static <K> void add(Map<K, List<int[]>> hours, K day, int[] pair, int shift) {
        int from = Math.max(0, pair[0] - shift);
        int to = Math.min(Hours.DAY, pair[1] - shift);
        List<int[]> pairs = hours.getOrDefault(day, new ArrayList<>());
        if (from < to && pairs.stream().noneMatch(other -> from <= other[1] && other[0] <= to)) {
            pairs.add(new int[] {from, to});
            hours.put(day, pairs);
        }
    }

    private static String instant(StepOracle oracle, int step) {
        return Instant.ofEpochMilli(oracle.instant(step)).toString();
    }

    private static void describe(Hours hours, Map<String, Object> vector) {
        vector.put("tz", hours.zone.getId());
        Map<String, List<List<String>>> week = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (hours.week.containsKey(day)) {
                week.put(day.name().substring(0, 3), pairs(hours.week.get(day)));
            }
        }
        vector.put("week", week);
        Map<String, List<List<String>>> shifts = new TreeMap<>();
        hours.shifts.forEach((date, windows) -> shifts.put(date.toString(), pairs(windows)));
        vector.put("overrides", shifts);
        vector.put(
                "holidays",
                hours.holidays.keySet().stream()
                        .map(LocalDate::toString)
                        .sorted()
                        .toList());
        List<Map<String, String>> breaks = new ArrayList<>();
        hours.breaks.forEach((date, windows) -> pairs(windows)
                .forEach(pair -> breaks.add(Map.of("date", date.toString(), "from", pair.get(0), "to", pair.get(1)))));
        vector.put("breaks", breaks.stream().map(TreeMap::new).toList());
    }

    private static List<List<String>> pairs(List<int[]> pairs) {
        return pairs.stream()
                .sorted(Comparator.comparing(pair -> pair[0]))
                .map(pair -> List.of(text(pair[0]), text(pair[1])))
                .toList();
    }

    private static String text(int second) {
        return String.format("%02d:%02d", second / 3600, second / 60 % 60);
    }
}
