package dev.incidentkit.rules.config;

import dev.incidentkit.core.calendar.Holiday;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Collection;

/**
 * Gives holidays that a calendar names by a word of the host's: an iCalendar file, a country, a list of its own. It may
 * throw a {@link dev.incidentkit.core.ConfigurationException} with what is wrong; that becomes a finding at the place of
 * the word.
 */
@FunctionalInterface
public interface HolidaySource {
    /**
     * Gives holidays. Equal words must give equal holidays on each node, since they enter the hash of the definition.
     *
     * @param reference the word that the file has
     * @param zone the zone of the calendar
     * @return the holidays
     * @throws IOException if they cannot be read
     * @throws IllegalArgumentException if the word means nothing
     */
    Collection<? extends Holiday> holidays(String reference, ZoneId zone) throws IOException;
}
