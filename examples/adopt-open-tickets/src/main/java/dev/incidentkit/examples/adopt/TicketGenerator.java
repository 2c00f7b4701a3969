package dev.incidentkit.examples.adopt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Made-up tickets of a helpdesk that has been running for a while, with the faults that such a table has. Seeded. */
final class TicketGenerator {
    private static final String[] TEAMS = {"network", "workplace", "sap", "database", "service desk"};
    private static final String[] TOPICS = {"network/vpn", "workplace/printer", "sap/orders", "database/backup"};
    private static final String[] WAITS = {"customer", "customer", "supplier", "date"};
    private static final Duration OLDEST = Duration.ofDays(60);

    private final Random random;
    private final Instant now;

    TicketGenerator(long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
    }

    /** Open tickets, and one that is closed for every eighth. */
    List<Ticket> tickets(int open) {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < open; i++) {
            tickets.add(ticket(tickets.size() + 1L));
            if (i % 8 == 0) {
                tickets.add(closed(tickets.size() + 1L));
            }
        }
        return tickets;
    }

    private Ticket ticket(long id) {
        int draw = random.nextInt(1_000);
        Instant created = before(now, OLDEST);
        int urgency = 1 + random.nextInt(4);
        String topic = random.nextInt(10) < 7 ? of(TOPICS) : null;
        if (draw < 4) {
            // written by a machine whose clock is ahead
            return new Ticket(id, "new", urgency, null, topic, now.plusSeconds(60L + draw), null, null, null, null);
        }
        if (draw < 10) {
            // a word that somebody put into the table by hand
            return new Ticket(id, "escalated", urgency, of(TEAMS), topic, created, null, null, null, null);
        }
        if (draw < 250) {
            return new Ticket(id, "new", urgency, null, topic, created, null, null, null, null);
        }
        Instant answered = after(created, Duration.ofHours(12));
        return worked(id, urgency, topic, created, answered);
    }

    private Ticket worked(long id, int urgency, @Nullable String topic, Instant created, Instant answered) {
        int draw = random.nextInt(1_000);
        if (draw < 600) {
            // some lost their team when it was dissolved, and some an answer that a merge moved before the ticket
            String team = draw < 15 ? null : of(TEAMS);
            Instant first = draw >= 15 && draw < 18 ? created.minusSeconds(60) : answered;
            return new Ticket(id, "assigned", urgency, team, topic, created, first, null, null, null);
        }
        if (draw < 870) {
            Instant since = after(answered, Duration.ofDays(10));
            return new Ticket(id, "waiting", urgency, of(TEAMS), topic, created, answered, of(WAITS), since, null);
        }
        // the time of the fix was not kept before the table had the column
        Instant fixed = draw < 880 ? null : after(answered, Duration.ofDays(3));
        return new Ticket(id, "fixed", urgency, of(TEAMS), topic, created, answered, null, null, fixed);
    }

    private Ticket closed(long id) {
        Instant created = before(now.minus(OLDEST), OLDEST);
        Instant fixed = created.plus(Duration.ofDays(1));
        return new Ticket(id, "closed", 2, of(TEAMS), of(TOPICS), created, created, null, null, fixed);
    }

    private Instant before(Instant end, Duration most) {
        return end.minusSeconds(1L + random.nextInt((int) most.toSeconds()));
    }

    /** Later than an instant by at most some time, and not in the future. */
    private Instant after(Instant begin, Duration most) {
        Instant later = begin.plusSeconds(random.nextInt((int) most.toSeconds()));
        return later.isAfter(now) ? now : later;
    }

    private String of(String[] values) {
        return values[random.nextInt(values.length)];
    }
}
