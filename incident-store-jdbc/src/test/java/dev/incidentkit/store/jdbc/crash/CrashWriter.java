package dev.incidentkit.store.jdbc.crash;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.desk.CommandKey;
import dev.incidentkit.desk.ConflictException;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.store.CommandKeyReusedException;
import dev.incidentkit.store.StoreException;
import dev.incidentkit.store.UnknownOutcomeException;
import dev.incidentkit.store.jdbc.crash.Journal.Entry;
import dev.incidentkit.store.jdbc.crash.Journal.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends its commands one after the other. It writes down each before it is sent and after it was answered. What a killed
 * predecessor left unanswered it sends again under the same key where the number is even, and leaves alone where it is odd.
 */
final class CrashWriter implements Runnable {
    private static final long PAUSE_NANOS = 100_000_000;

    private final ServiceDesk desk;
    private final int writer;
    private final int commands;
    private final Path file;

    CrashWriter(ServiceDesk desk, int writer, int commands, Path file) {
        this.desk = desk;
        this.writer = writer;
        this.commands = commands;
        this.file = file;
    }

    @Override
    public void run() {
        int next = 0;
        boolean again = false;
        List<Entry> before = Journal.read(file);
        if (!before.isEmpty()) {
            Entry last = before.get(before.size() - 1);
            int number = Integer.parseInt(last.what().split(" ", -1)[0]);
            again = last.kind() == Kind.INTENT && number % 2 == 0;
            next = again ? number : number + 1;
        }
        Journal journal = new Journal(file);
        if (!again && next < commands) {
            journal.write(Entry.of(Kind.INTENT, next));
        }
        for (int number = next; number < commands; number++) {
            Entry answer = answer(number);
            if (number + 1 < commands) {
                journal.write(answer, Entry.of(Kind.INTENT, number + 1));
            } else {
                journal.write(answer);
            }
        }
    }

    /** Sends until there is an answer, always under the same key. */
    private Entry answer(int number) {
        CrashCommand order = CrashCommand.of(writer, number);
        while (true) {
            try {
                desk.handle(
                        order.incident(),
                        order.command(),
                        Actor.agent("writer" + writer),
                        new CommandKey(order.name()));
                return Entry.of(Kind.ACCEPTED, number);
            } catch (IncidentRejectedException e) {
                return Entry.of(Kind.REFUSED, number);
            } catch (CommandKeyReusedException e) {
                return Entry.of(Kind.FAULT, number + " " + e.getMessage());
            } catch (ConflictException | StoreException | UnknownOutcomeException e) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (IncidentException e) {
                return Entry.of(Kind.FAULT, number + " " + e);
            }
        }
    }
}
