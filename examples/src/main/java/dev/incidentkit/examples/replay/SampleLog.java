package dev.incidentkit.examples.replay;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes up a log that looks like a real one: its columns, its shares of states and priorities, and its oddities. The
 * same seed gives the same bytes.
 */
final class SampleLog {
    static final long SEED = 20_160_229;
    static final int INCIDENTS = 500;

    private static final List<String> COLUMNS = List.of(
            "number",
            "incident_state",
            "active",
            "reassignment_count",
            "reopen_count",
            "sys_mod_count",
            "made_sla",
            "caller_id",
            "opened_by",
            "opened_at",
            "sys_created_by",
            "sys_created_at",
            "sys_updated_by",
            "sys_updated_at",
            "contact_type",
            "location",
            "category",
            "subcategory",
            "u_symptom",
            "cmdb_ci",
            "impact",
            "urgency",
            "priority",
            "assignment_group",
            "assigned_to",
            "knowledge",
            "u_priority_confirmation",
            "notify",
            "problem_id",
            "rfc",
            "vendor",
            "caused_by",
            "closed_code",
            "resolved_by",
            "resolved_at",
            "closed_at");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d/M/uuuu HH:mm", Locale.ROOT);
    private static final LocalDateTime BEGIN = LocalDateTime.of(2024, 3, 1, 7, 0);
    private static final String[] LEVELS = {"1 - High", "2 - Medium", "3 - Low"};
    private static final String[][] PRIORITIES = {
        {"1 - Critical", "2 - High", "3 - Moderate"},
        {"2 - High", "3 - Moderate", "4 - Low"},
        {"3 - Moderate", "4 - Low", "4 - Low"}
    };

    private final SplittableRandom random;

    SampleLog(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String csv(int incidents) {
        List<LocalDateTime> openings = new ArrayList<>();
        for (int i = 0; i < incidents; i++) {
            openings.add(BEGIN.plusMinutes(random.nextInt(180 * 24 * 60)));
        }
        openings.sort(Comparator.naturalOrder());
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(COLUMNS);
            for (int i = 0; i < incidents; i++) {
                new Story(i + 1, openings.get(i)).rows().forEach(csv::writeRecord);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be written", e);
        }
        return text.toString();
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private int weighted(double first, double second) {
        double draw = random.nextDouble();
        return draw < first ? 0 : draw < first + second ? 1 : 2;
    }

    /** The story of one incident. */
    private final class Story {
        private final String number;
        private final LocalDateTime opened;
        private final int impact = weighted(0.03, 0.92);
        private final int urgency = weighted(0.04, 0.91);
        private final String caller = "Caller " + random.nextInt(1, 300);
        private final String location = "Location " + random.nextInt(1, 40);
        private final String category = chance(0.01) ? "?" : "Category " + random.nextInt(1, 25);
        private final String channel = chance(0.95) ? "Phone" : "Self service";
        private final boolean createdKnown = chance(0.55);
        private final boolean resolvedKnown = chance(0.94);
        private final List<String[]> steps = new ArrayList<>();
        private final List<LocalDateTime> times = new ArrayList<>();
        private LocalDateTime now;
        private LocalDateTime resolved;
        private int reopened;

        Story(int index, LocalDateTime opened) {
            this.number = String.format(Locale.ROOT, "INC%07d", index);
            this.opened = opened;
            this.now = opened;
            this.resolved = opened;
            tell();
        }

        private void step(String state, String group, int minutes) {
            now = now.plusMinutes(minutes);
            steps.add(new String[] {state, group});
            times.add(now);
        }

        private void tell() {
            String group = chance(0.1) ? "?" : "Group " + random.nextInt(1, 30);
            if (chance(0.66)) {
                step("New", group, random.nextInt(0, 30));
            }
            if (chance(0.7)) {
                group = group.equals("?") && chance(0.9) ? "Group " + random.nextInt(1, 30) : group;
                step("Active", group, random.nextInt(0, 240));
            }
            while (chance(0.25)) {
                step(waiting(), group, random.nextInt(5, 600));
                if (chance(0.7)) {
                    step("Active", group, random.nextInt(30, 4_000));
                }
            }
            resolve(group);
            while (chance(0.012)) {
                reopened++;
                step("Active", group, random.nextInt(60, 2_000));
                resolve(group);
            }
            step("Closed", group, 5 * 24 * 60 + (chance(0.8) ? 0 : random.nextInt(0, 8_000)));
            if (chance(0.002)) {
                step("Closed", group, 0);
            }
        }

        private void resolve(String group) {
            int minutes = (int) Math.min(400_000, 5 + Math.exp(random.nextDouble() * 9));
            if (chance(0.999)) {
                step(chance(0.998) ? "Resolved" : "-100", group, minutes);
            }
            resolved = now;
        }

        private String waiting() {
            double draw = random.nextDouble();
            if (draw < 0.9) {
                return "Awaiting User Info";
            }
            return draw < 0.95 ? "Awaiting Vendor" : draw < 0.98 ? "Awaiting Problem" : "Awaiting Evidence";
        }

        private List<List<String>> rows() {
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                rows.add(row(i));
            }
            return rows;
        }

        private List<String> row(int index) {
            String state = steps.get(index)[0];
            String group = steps.get(index)[1];
            boolean closed = state.equals("Closed");
            boolean critical = impact == 0 && urgency == 0;
            return List.of(
                    number,
                    state,
                    Boolean.toString(!closed),
                    Integer.toString(index / 3),
                    Integer.toString(closed ? reopened : 0),
                    Integer.toString(index * (index > 2 ? 2 : 1)),
                    Boolean.toString(!critical),
                    caller,
                    "Opened by  " + (number.hashCode() & 31),
                    TIME.format(opened),
                    createdKnown ? "Created by " + (number.hashCode() & 15) : "?",
                    createdKnown ? TIME.format(opened.plusMinutes(2)) : "?",
                    "Updated by " + (index + 1),
                    TIME.format(times.get(index)),
                    channel,
                    location,
                    category,
                    category.equals("?") ? "?" : "Subcategory " + category.length(),
                    "Symptom " + location.length(),
                    "?",
                    LEVELS[impact],
                    LEVELS[urgency],
                    PRIORITIES[impact][urgency],
                    group,
                    group.equals("?") ? "?" : "Resolver " + group.length(),
                    "true",
                    "false",
                    "Do Not Notify",
                    "?",
                    "?",
                    "?",
                    "?",
                    "code " + (1 + number.hashCode() % 9),
                    "Resolved by " + caller.length(),
                    resolvedKnown ? TIME.format(resolved) : "?",
                    TIME.format(times.get(times.size() - 1)));
        }
    }
}
