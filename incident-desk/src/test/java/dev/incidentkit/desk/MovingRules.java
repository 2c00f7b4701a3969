package dev.incidentkit.desk;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A time zone whose rules change while the test runs, as they do when a machine gets another tzdb. */
final class MovingRules extends ZoneRulesProvider {
    private static final String ZONE = "Incidentkit/Moving";
    private static final MovingRules REGISTERED = registered();

    private final AtomicInteger hours = new AtomicInteger();

    private static MovingRules registered() {
        MovingRules rules = new MovingRules();
        ZoneRulesProvider.registerProvider(rules);
        return rules;
    }

    /** The zone as of now: what was made of it before keeps the rules of then. */
    static ZoneId zone(int hoursAheadOfUtc) {
        REGISTERED.hours.set(hoursAheadOfUtc);
        return ZoneId.of(REGISTERED.provideZoneIds().iterator().next());
    }

    @Override
    protected Set<String> provideZoneIds() {
        return Set.of(ZONE);
    }

    /** Nothing to be kept: who needs rules asks each time. */
    @Override
    protected @Nullable ZoneRules provideRules(String zone, boolean forCaching) {
        return forCaching ? null : rules();
    }

    private ZoneRules rules() {
        return ZoneRules.of(ZoneOffset.ofHours(hours.get()));
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zone) {
        NavigableMap<String, ZoneRules> versions = new TreeMap<>();
        versions.put("moved by " + hours, rules());
        return versions;
    }
}
