package dev.incidentkit.store.jdbc.crash;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.Housekeeping;
import dev.incidentkit.desk.Housekeeping.Mode;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.jdbc.crash.CrashFindings.Fault;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Compares what clients wrote down with what the database holds. Commands are counted by its own reading of the tables. */
final class CrashChecker {
    private final DataSource source;
    private final ServiceDesk desk;
    private final CrashJournals journals;
    private final CrashFindings findings = new CrashFindings();

    CrashChecker(DataSource source, ServiceDesk desk, CrashJournals journals) {
        this.source = source;
        this.desk = desk;
        this.journals = journals;
    }

    CrashFindings check() throws SQLException {
        commands();
        versions();
        new Audit(desk)
                .verifyAll()
                .forEach(verdict -> findings.fault(Fault.CHAIN_BROKEN, verdict.incident() + ": " + verdict.message()));
        Set<String> messages = records();
        messages(messages);
        new Housekeeping(desk)
                .rebuild(Mode.COMPARE)
                .forEach(difference -> findings.fault(Fault.DERIVED_DIFFERS, difference.toString()));
        return findings;
    }

    /** Where each command's text lies, by the mark that it carries. */
    private void commands() throws SQLException {
        Map<String, List<String>> present = new HashMap<>();
        rows("select incident, value_bytes from ik_personal", row -> {
            String text = new String(row.getBytes(2), StandardCharsets.UTF_8);
            if (text.startsWith("command ")) {
                present.computeIfAbsent(text, none -> new ArrayList<>()).add(row.getString(1));
            }
        });
        journals.commands().forEach((name, command) -> {
            List<String> found = present.getOrDefault(name, List.of());
            findings.count("commands sent", 1);
            findings.count("commands " + command.state().name().toLowerCase(Locale.ROOT), 1);
            if (command.state() == CrashJournals.State.UNKNOWN) {
                findings.count("commands unknown and " + (found.isEmpty() ? "absent" : "present"), 1);
            }
            command(name, command, found);
        });
        present.forEach((name, incidents) -> {
            if (!journals.commands().containsKey(name)) {
                findings.fault(Fault.NEVER_SENT, name + " in " + incidents);
            }
        });
        journals.faults().forEach(fault -> findings.fault(Fault.CLIENT_SAW_A_FAULT, fault));
        findings.count("wake-ups that led to events", journals.woken());
    }

    private void command(String name, CrashJournals.Sent command, List<String> found) {
        if (command.state() == CrashJournals.State.ACCEPTED && found.isEmpty()) {
            findings.fault(Fault.ACCEPTED_BUT_MISSING, name);
        }
        if (command.state() == CrashJournals.State.REFUSED && !found.isEmpty()) {
            findings.fault(Fault.REFUSED_BUT_PRESENT, name + " in " + found);
        }
        if (found.size() > 1) {
            findings.fault(Fault.PRESENT_TWICE, name + " in " + found);
        }
        found.stream()
                .filter(incident -> !incident.equals(command.incident().value()))
                .forEach(incident -> findings.fault(Fault.IN_ANOTHER_INCIDENT, name + " in " + incident));
    }

    private void versions() throws SQLException {
        rows(
                "select i.incident, i.version, count(e.sequence), min(e.sequence), max(e.sequence) from ik_incident i"
                        + " left join ik_event e on e.tenant = i.tenant and e.incident = i.incident"
                        + " group by i.incident, i.version",
                row -> {
                    long version = row.getLong(2);
                    findings.count("incidents", 1);
                    findings.count("events", row.getLong(3));
                    if (row.getLong(3) != version || row.getLong(4) != 1 || row.getLong(5) != version) {
                        findings.fault(
                                Fault.VERSION_GAP,
                                row.getString(1) + " at version " + version + " has " + row.getLong(3) + " events, "
                                        + row.getLong(4) + " to " + row.getLong(5));
                    }
                });
    }

    /** Looks into each record, and gives the messages that had to be sent. */
    private Set<String> records() {
        Set<String> messages = new HashSet<>();
        NotificationFilter filter = NotificationFilter.standard();
        IncidentId last = null;
        List<IncidentId> part;
        do {
            part = desk.store().incidents(last, 500);
            for (IncidentId incident : part) {
                last = incident;
                List<IncidentEvent> events = desk.events(incident);
                thresholds(incident, events);
                Incident after = Incident.replay(events);
                long sequence = 0;
                for (IncidentEvent event : events) {
                    sequence++;
                    if (filter.tells(event, after)) {
                        messages.add(incident + "/" + sequence);
                    }
                }
            }
        } while (!part.isEmpty());
        return messages;
    }

    /** Half of the target and its end, each once and at its instant, computed here by hand. */
    private void thresholds(IncidentId incident, List<IncidentEvent> events) {
        Instant reported = events.get(0).meta().effectiveAt();
        Map<String, List<Instant>> crossed = new HashMap<>();
        for (IncidentEvent event : events) {
            if (event instanceof SlaEvent signal) {
                String name = signal instanceof SlaEvent.AtRisk risk ? risk.threshold() : "breach";
                crossed.computeIfAbsent(signal.clock().cycle() + " " + name, none -> new ArrayList<>())
                        .add(signal.meta().effectiveAt());
            }
        }
        Duration target = CrashPlan.TARGET;
        Map<String, Instant> due = Map.of(
                "1 50%",
                reported.plus(target.dividedBy(2)),
                "1 breach",
                reported.plus(target).plusMillis(1));
        due.forEach((name, at) -> {
            List<Instant> found = crossed.getOrDefault(name, List.of());
            findings.count("thresholds recorded", found.size());
            if (found.isEmpty()) {
                findings.fault(Fault.THRESHOLD_MISSING, incident + ": " + name);
            } else if (!found.get(0).equals(at)) {
                findings.fault(
                        Fault.THRESHOLD_AT_A_WRONG_INSTANT, incident + ": " + name + " at " + found + " not " + at);
            }
        });
        crossed.forEach((name, found) -> {
            if (found.size() > 1 || !due.containsKey(name)) {
                findings.fault(Fault.THRESHOLD_TWICE, incident + ": " + name + " at " + found);
            }
        });
    }

    private void messages(Set<String> expected) throws SQLException {
        rows("select id from ik_message", row -> findings.fault(Fault.MESSAGE_LEFT, row.getString(1)));
        Map<String, Long> first = journals.firstDeliveries();
        findings.count("messages written", expected.size());
        findings.count("messages delivered", first.size());
        findings.count("deliveries repeated", journals.deliveries() - first.size());
        expected.stream().filter(id -> !first.containsKey(id)).forEach(id -> findings.fault(Fault.MESSAGE_MISSING, id));
        Map<String, List<Long>> byIncident = new HashMap<>();
        first.keySet().forEach(id -> {
            int slash = id.lastIndexOf('/');
            byIncident
                    .computeIfAbsent(id.substring(0, slash), none -> new ArrayList<>())
                    .add(Long.parseLong(id.substring(slash + 1)));
            if (!expected.contains(id)) {
                findings.fault(Fault.MESSAGE_OF_NOTHING, id);
            }
        });
        byIncident.forEach((incident, sequences) -> {
            sequences.sort(null);
            for (int i = 1; i < sequences.size(); i++) {
                String before = incident + "/" + sequences.get(i - 1);
                String after = incident + "/" + sequences.get(i);
                if (first.get(before) > first.get(after)) {
                    findings.fault(Fault.MESSAGE_OUT_OF_ORDER, after + " before " + before);
                }
            }
        });
    }

    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void rows(String sql, Row each) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(5_000);
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        each.read(rows);
                    }
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
