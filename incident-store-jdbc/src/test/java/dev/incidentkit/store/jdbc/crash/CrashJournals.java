package dev.incidentkit.store.jdbc.crash;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.jdbc.crash.Journal.Entry;
import dev.incidentkit.store.jdbc.crash.Journal.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all clients wrote down. */
final class CrashJournals {
    private final Map<String, Sent> commands = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Long> firstDeliveries = new HashMap<>();
    private long deliveries;
    private long woken;

    enum State {
        UNKNOWN,
        ACCEPTED,
        REFUSED
    }

    record Sent(IncidentId incident, State state) {}

    static CrashJournals read(CrashPlan plan, Path directory) {
        CrashJournals journals = new CrashJournals();
        for (int writer = 0; writer < plan.writers(); writer++) {
            for (Entry entry : Journal.read(CrashHost.writerFile(directory, writer))) {
                journals.command(writer, entry);
            }
        }
        for (int host = 0; host < plan.hosts(); host++) {
            for (Entry entry : Journal.read(CrashHost.messageFile(directory, host))) {
                int space = entry.what().indexOf(' ');
                journals.delivered(
                        entry.what().substring(space + 1),
                        Long.parseLong(entry.what().substring(0, space)));
            }
            for (Entry entry : Journal.read(CrashHost.wakeUpFile(directory, host))) {
                journals.woken += Long.parseLong(entry.what());
            }
        }
        return journals;
    }

    void command(int writer, Entry entry) {
        if (entry.kind() == Kind.FAULT) {
            faults.add("writer " + writer + ": " + entry.what());
            return;
        }
        CrashCommand command = CrashCommand.of(writer, Integer.parseInt(entry.what()));
        State state = entry.kind() == Kind.ACCEPTED
                ? State.ACCEPTED
                : entry.kind() == Kind.REFUSED ? State.REFUSED : State.UNKNOWN;
        commands.put(command.name(), new Sent(command.incident(), state));
    }

    void delivered(String id, long nanos) {
        deliveries++;
        firstDeliveries.merge(id, nanos, Math::min);
    }

    /** Takes a delivery back, as if it had never been written down. */
    void undelivered(String id) {
        firstDeliveries.remove(id);
    }

    Map<String, Sent> commands() {
        return commands;
    }

    List<String> faults() {
        return faults;
    }

    Map<String, Long> firstDeliveries() {
        return firstDeliveries;
    }

    long deliveries() {
        return deliveries;
    }

    long woken() {
        return woken;
    }
}
