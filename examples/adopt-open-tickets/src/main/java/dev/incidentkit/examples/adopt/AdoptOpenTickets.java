package dev.incidentkit.examples.adopt;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts with a table of 40,000 open tickets, then lets a day's changes pass through the library before the table. Takes
 * the number of open tickets as its only argument.
 */
public final class AdoptOpenTickets {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final int OPEN = 40_000;
    private static final long SEED = 17;

    private AdoptOpenTickets() {}

    /**
     * Runs it.
     *
     * @param args the number of open tickets, 40,000 if it is not given
     * @throws SQLException if the database fails
     */
    public static void main(String[] args) throws SQLException {
        int open = args.length == 0 ? OPEN : Integer.parseInt(args[0]);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            run(connection, open, System.out);
        }
    }

    static void run(Connection connection, int open, PrintStream out) throws SQLException {
        TicketTable table = new TicketTable(connection);
        table.create();
        table.fill(new TicketGenerator(SEED, NOW).tickets(open));

        long begin = spent();
        Takeover takeover = new Takeover(NOW);
        List<Long> ids = new ArrayList<>();
        table.forEachOpen(ticket -> {
            ids.add(ticket.id());
            takeover.take(ticket);
        });
        out.printf(
                "%,d open tickets: %,d adopted, %,d refused, in %s%n",
                ids.size(), takeover.adopted(), takeover.refused(), since(begin));
        print(out, "Adopted", takeover.statuses());
        print(out, "Refused, by what is wrong with the row", takeover.faults());
        print(out, "Clocks", takeover.clocks());

        begin = spent();
        Changes changes = new Changes(SEED, new Helpdesk(table));
        for (int i = 0; i < ids.size(); i += 4) {
            changes.tryOne(ids.get(i), NOW.plusSeconds(i));
        }
        out.printf("%n%,d changes tried, in %s%n", changes.tried(), since(begin));
        print(out, "Written to the table", changes.written());
        print(out, "Refused before anything was written", changes.refused());
    }

    /** Processor time, which does not depend on what else the machine does. */
    private static long spent() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String since(long begin) {
        return Duration.ofNanos(spent() - begin).toMillis() + " ms of processor time";
    }

    private static void print(PrintStream out, String title, Map<String, Integer> counts) {
        out.println(title);
        counts.forEach((what, count) -> out.printf("  %,8d  %s%n", count, what));
    }
}
