package dev.incidentkit.core.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Draws hours in awkward zones, mostly around a change of their clocks, and tells what kinds of things it drew. */
public final class RandomHours {
    public static final List<String> ZONES = List.of(
            "UTC",
            "+05:45",
            "Europe/Berlin",
            "Europe/Dublin",
            "America/New_York",
            "America/St_Johns",
            "America/Sao_Paulo",
            "America/Havana",
            "Asia/Beirut",
            "Africa/Cairo",
            "Africa/Casablanca",
            "Asia/Gaza",
            "Asia/Tehran",
            "Asia/Pyongyang",
            "Asia/Kathmandu",
            "Antarctica/Troll",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Pacific/Chatham",
            "Pacific/Kwajalein");

    /** With a share of tries this small, as where mutants are run, the rare kinds need not come up. */
    public static final boolean DRAWS_FEW = Integer.getInteger("incidentkit.tries.percent", 10) < 10;

    /** Kinds of entries and of moments that must each be drawn. */
    public static final List<String> KINDS = List.of(
            "gap",
            "overlap",
            "half-hour shift",
            "a date left out",
            "gap at midnight",
            "overlap at midnight",
            "no change of the clocks",
            "across midnight",
            "all day",
            "overlapping windows",
            "weekly break",
            "dated break",
            "break across midnight",
            "shift",
            "shift that closes",
            "shift across midnight",
            "shift on a holiday",
            "holiday",
            "part-day holiday",
            "yearly holiday",
            "yearly part-day holiday");

    private final Random random;
    private final Consumer<String> drawn;
    private Instant around = Instant.EPOCH;

    public RandomHours(Random random, Consumer<String> drawn) {
        this.random = random;
        this.drawn = drawn;
    }

    /** {@return an instant close to which things happen; a change of the clocks mostly} */
    public Instant around() {
        return around;
    }

    public Hours next() {
        Hours hours = new Hours(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
        around = moment(hours.zone.getRules());
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(5) > 0) {
                hours.week.put(day, windows(1 + random.nextInt(3), ""));
            }
            if (random.nextInt(6) == 0) {
                drawn.accept("weekly break");
                hours.weeklyBreaks.put(day, windows(1, "break "));
            }
        }
        hours.week.putIfAbsent(DayOfWeek.MONDAY, new ArrayList<>(List.of(new int[] {9 * 3600, 17 * 3600})));
        LocalDate middle = LocalDate.ofInstant(around, hours.zone);
        for (int i = random.nextInt(7); i > 0; i--) {
            entry(hours, middle.plusDays(random.nextInt(11) - 5));
        }
        return hours;
    }

    private void entry(Hours hours, LocalDate date) {
        switch (random.nextInt(6)) {
            case 0 -> shift(hours, date);
            case 1 -> {
                drawn.accept("dated break");
                hours.breaks.put(date, windows(1 + random.nextInt(2), "break "));
            }
            case 2 -> closed(hours.holidays, date, "");
            case 3 -> closed(hours.yearly, MonthDay.from(date), "yearly ");
            case 4 -> {
                closed(hours.holidays, date, "");
                shift(hours, date);
                drawn.accept("shift on a holiday");
            }
            default -> shift(hours, date);
        }
    }

    private void shift(Hours hours, LocalDate date) {
        int count = random.nextInt(3);
        drawn.accept(count == 0 ? "shift that closes" : "shift");
        hours.shifts.put(date, windows(count, "shift "));
    }

    private <K> void closed(Map<K, List<int[]>> holidays, K day, String yearly) {
        if (random.nextBoolean()) {
            drawn.accept(yearly + "holiday");
            holidays.put(day, List.of(new int[] {0, Hours.DAY}));
        } else {
            drawn.accept(yearly + "part-day holiday");
            int from = 60 * random.nextInt(1439);
            int to = from + 60 * (1 + random.nextInt(1440 - from / 60));
            holidays.put(day, List.of(new int[] {from, to}));
        }
    }

    private List<int[]> windows(int count, String of) {
        List<int[]> windows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] window = window(of);
            for (int[] other : windows) {
                if (window[0] < other[1] && other[0] < window[1]) {
                    drawn.accept("overlapping windows");
                }
            }
            windows.add(window);
        }
        return windows;
    }

    private int[] window(String of) {
        int kind = random.nextInt(8);
        if (kind == 0 && of.isEmpty()) {
            drawn.accept("all day");
            return new int[] {0, Hours.DAY};
        }
        if (kind == 1) {
            drawn.accept(of + "across midnight");
            int from = 60 * (720 + random.nextInt(720));
            return new int[] {from, Hours.DAY + 60 * (1 + random.nextInt(600))};
        }
        int unit = 60 * (kind < 5 ? 30 : 1); // often on the half hour, where clocks change
        int most = Hours.DAY / unit;
        int from = random.nextInt(kind < 4 ? 8 * 3600 / unit : most);
        return new int[] {from * unit, (from + 1 + random.nextInt(Math.min(most - from, 10 * 3600 / unit))) * unit};
    }

    /** A change of the clocks since 1970 mostly, else any time from 1950 to 2100. */
    private Instant moment(ZoneRules rules) {
        Instant any = Instant.ofEpochSecond(-631_152_000L + 60L * random.nextInt(78_840_000));
        ZoneOffsetTransition change = rules.nextTransition(any.isBefore(Instant.EPOCH) ? Instant.EPOCH : any);
        if (change == null) {
            List<ZoneOffsetTransition> all = rules.getTransitions().stream()
                    .filter(one -> one.getInstant().isAfter(Instant.EPOCH))
                    .toList();
            change = all.isEmpty() || random.nextInt(4) == 0 ? null : all.get(random.nextInt(all.size()));
        }
        if (change == null || random.nextInt(10) == 0) {
            drawn.accept("no change of the clocks");
            return any.isBefore(Instant.EPOCH) ? Instant.EPOCH : any;
        }
        tell(change);
        return change.getInstant();
    }

    private void tell(ZoneOffsetTransition change) {
        long minutes = change.getDuration().toMinutes();
        boolean midnight = change.getDateTimeBefore().toLocalTime().toSecondOfDay() == 0
                || change.getDateTimeAfter().toLocalTime().toSecondOfDay() == 0;
        drawn.accept(change.isGap() ? "gap" : "overlap");
        if (midnight) {
            drawn.accept(change.isGap() ? "gap at midnight" : "overlap at midnight");
        }
        if (Math.abs(minutes) == 30) {
            drawn.accept("half-hour shift");
        }
        if (minutes >= 1380) {
            drawn.accept("a date left out");
        }
    }
}
