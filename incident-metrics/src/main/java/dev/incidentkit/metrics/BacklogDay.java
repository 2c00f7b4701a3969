package dev.incidentkit.metrics;

import java.time.LocalDate;

/**
 * The backlog of one group at the end of a day.
 *
 * @param group the group
 * @param day the day
 * @param opened how many incidents were reported on it
 * @param ended how many were closed or cancelled on it
 * @param backlog how many were reported and not ended by its end: opened minus ended, of all days up to it
 */
public record BacklogDay(String group, LocalDate day, long opened, long ended, long backlog) {}
