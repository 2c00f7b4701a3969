package dev.incidentkit.holidays;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.incidentkit.core.calendar.Holiday;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The public holidays of a country, as the library Jollyday knows them. It knows what is law when it is released; give the
 * years that matter and read again with a later release. Safe for use by several threads.
 */
public final class CountryHolidays {
    /** The largest number of years that are read at once. */
    public static final int MAX_YEARS = 100;

    private CountryHolidays() {}

    /**
     * The public holidays of a country, or of a region in it.
     *
     * @param country the code of a country by ISO 3166, for example {@code DE}; any case
     * @param region the code of a region within it as Jollyday has it, for example {@code BY}; empty for those of the whole
     *     country
     * @param first the first year
     * @param last the last year, at most {@value #MAX_YEARS} years in all
     * @return the holidays by date, with English names; where one is kept on another day, that day alone: a Christmas Day on
     *     a Saturday that is kept on Friday leaves the Saturday open to those who work on Saturdays
     * @throws IllegalArgumentException if there is no such country or region, or the years are reversed or too many
     */
    public static List<Holiday> of(String country, String region, Year first, Year last) {
        if (first.isAfter(last) || last.getValue() - first.getValue() >= MAX_YEARS) {
            throw new IllegalArgumentException(
                    "Holidays are read for 1 to " + MAX_YEARS + " years, but not from " + first + " to " + last);
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(known(country)));
        String[] path = region.isEmpty() ? new String[0] : new String[] {known(manager, country, region)};
        List<Holiday> holidays = new ArrayList<>();
        // one year more on each side: a holiday may be kept across the end of a year
        LocalDate from = first.minusYears(1).atDay(1);
        LocalDate to = last.plusYears(1).atMonth(12).atEndOfMonth();
        manager.getHolidays(from, to, HolidayType.PUBLIC_HOLIDAY, path).stream()
                .filter(holiday -> isWithin(Year.from(kept(holiday)), first, last))
                .forEach(holiday -> holidays.add(Holiday.on(kept(holiday), holiday.getDescription(Locale.ENGLISH))));
        holidays.sort(Comparator.comparing(Holiday::toString));
        return List.copyOf(holidays);
    }

    private static boolean isWithin(Year year, Year first, Year last) {
        return !year.isBefore(first) && !year.isAfter(last);
    }

    private static LocalDate kept(de.focus_shift.jollyday.core.Holiday holiday) {
        return holiday.getObservedDate().orElse(holiday.getActualDate());
    }

    /**
     * The countries and markets whose holidays are known.
     *
     * @return codes by ISO 3166, and Jollyday's own such as {@code NYSE} or {@code TARGET}, in upper case
     */
    public static Set<String> countries() {
        Set<String> codes = new TreeSet<>();
        HolidayManager.getSupportedCalendarCodes().forEach(code -> codes.add(code.toUpperCase(Locale.ROOT)));
        return codes;
    }

    private static String known(String country) {
        if (!countries().contains(country.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "There are no holidays of country '" + country + "', only of " + countries());
        }
        return country.toLowerCase(Locale.ROOT);
    }

    private static String known(HolidayManager manager, String country, String region) {
        String code = region.toLowerCase(Locale.ROOT);
        Set<String> regions =
                new TreeSet<>(manager.getCalendarHierarchy().getChildren().keySet());
        if (!regions.contains(code)) {
            throw new IllegalArgumentException(
                    "Country '" + country + "' has no region '" + region + "', only " + regions);
        }
        return code;
    }
}
