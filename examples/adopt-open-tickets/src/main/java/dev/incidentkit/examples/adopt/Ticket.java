package dev.incidentkit.examples.adopt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the helpdesk's table, in the helpdesk's words.
 *
 * @param id its number
 * @param state {@code new}, {@code assigned}, {@code waiting}, {@code fixed}, {@code closed}, {@code withdrawn}
 * @param urgency 4 for the most urgent to 1, as this helpdesk counts
 * @param team who works on it
 * @param topic what it is about
 * @param created when it was written
 * @param answered when somebody first answered
 * @param waitingFor {@code customer}, {@code supplier} or {@code date}
 * @param waitingSince since when
 * @param fixed when it was fixed
 */
record Ticket(
        long id,
        String state,
        int urgency,
        @Nullable String team,
        @Nullable String topic,
        Instant created,
        @Nullable Instant answered,
        @Nullable String waitingFor,
        @Nullable Instant waitingSince,
        @Nullable Instant fixed) {}
