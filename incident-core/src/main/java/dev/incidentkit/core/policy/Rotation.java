package dev.incidentkit.core.policy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * People who are on call in turn, each for the same number of days, handing over at the same local time, also over clock
 * changes. A local time that a clock change leaves out is the end of the gap; of one that comes twice, the first counts.
 *
 * @param group for which group they are on call
 * @param zone where the local times are
 * @param from when the first takes over
 * @param until when the last hands over to nobody; null for never
 * @param days for how many days each is on call, 1 to 366
 * @param people the host's identifiers, in turn, at least one
 */
public record Rotation(
        String group,
        ZoneId zone,
        LocalDateTime from,
        @Nullable LocalDateTime until,
        int days,
        List<String> people) {
    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the group or somebody is blank, nobody is there, the days are out of bounds, or it
     *     ends before it begins
     */
    public Rotation {
        people = List.copyOf(people);
        if (group.isBlank() || people.isEmpty() || people.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "A rotation has a group and people, but has '" + group + "' and " + people);
        }
        if (days < 1 || days > 366) {
            throw new IllegalArgumentException(
                    "In the rotation of '" + group + "' each is on call for 1 to 366 days, but for " + days);
        }
        if (until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "The rotation of '" + group + "' ends at " + until + ", but begins at " + from);
        }
    }

    /** Who is on call then; empty before it begins and after it ends. */
    Optional<String> at(Instant instant) {
        boolean isOver = until != null && !instant.isBefore(instant(until));
        if (isOver || instant.isBefore(instant(from))) {
            return Optional.empty();
        }
        LocalDateTime local = ZonedDateTime.ofInstant(instant, zone).toLocalDateTime();
        long turn = ChronoUnit.DAYS.between(from, local) / days;
        while (!instant.isBefore(instant(from.plusDays((turn + 1) * days)))) {
            turn++;
        }
        while (instant.isBefore(instant(from.plusDays(turn * days)))) {
            turn--;
        }
        return Optional.of(people.get((int) (turn % people.size())));
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }
}
