package dev.incidentkit.testkit.store;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.store.StoredRecord;
import dev.incidentkit.testkit.store.FaultyStore.Call;
import dev.incidentkit.testkit.store.FaultyStore.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores that remember what they read, and do not notice one thing that changes it. */
final class CacheFaults {
    private static final List<String> READS =
            List.of("load", "head", "event", "summary", "receipt", "holder", "definition");

    private CacheFaults() {}

    /** What makes remembered answers wrong. */
    private enum Change {
        APPEND,
        REDACTION,
        KEYS,
        REPAIR,
        ARCHIVE,
        DEFINITION
    }

    static Map<String, Fault> all() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        for (String read : READS) {
            faults.put(
                    "a memory of " + read + " that mixes tenants",
                    call -> remembered(call, read, List.of(), EnumSet.allOf(Change.class)));
        }
        for (String read : List.of("load", "head", "event", "summary", "holder")) {
            faults.put("a memory of " + read + " that is never emptied", call -> ofTenant(call, read, Set.of()));
        }
        for (String read : List.of("load", "head", "event")) {
            faults.put("a memory of " + read + " that a redaction leaves", without(read, Change.REDACTION));
            faults.put("a memory of " + read + " that an archive leaves", without(read, Change.ARCHIVE));
            faults.put(
                    "a memory of " + read + " that other nodes do not empty",
                    call -> ofTenant(call, read, EnumSet.allOf(Change.class)));
        }
        for (String read : List.of("load", "head")) {
            faults.put("a memory of " + read + " that an append leaves", without(read, Change.APPEND));
        }
        faults.put(
                "an event read alone is the last one",
                call -> isEvent(call) ? call.real().head(asked(call)) : call.proceed());
        faults.put(
                "an event read alone has no personal data",
                call -> isEvent(call)
                        ? call.real()
                                .event(asked(call), (long) call.args()[1])
                                .map(event -> event.withPersonal(List.of()))
                        : call.proceed());
        faults.put("a memory of summaries that a repair leaves", without("summary", Change.REPAIR));
        faults.put("a memory of summaries that an archive leaves", without("summary", Change.ARCHIVE));
        faults.put("a memory of holders that a release leaves", without("holder", Change.KEYS));
        faults.put("receipts that never run out", CacheFaults::receiptsForEver);
        faults.put("a memory of what is not there", CacheFaults::absence);
        faults.put("a memory that is filled before the append is accepted", CacheFaults::filledEarly);
        return faults;
    }

    private static boolean isEvent(Call call) {
        return call.name().equals("event");
    }

    private static IncidentId asked(Call call) {
        return (IncidentId) call.args()[0];
    }

    private static Fault without(String read, Change unnoticed) {
        return call -> ofTenant(call, read, EnumSet.complementOf(EnumSet.of(unnoticed)));
    }

    private static @Nullable Object ofTenant(Call call, String read, Set<Change> noticed) throws Throwable {
        return remembered(call, read, List.of(call.real().tenant()), noticed);
    }

    private static @Nullable Object remembered(Call call, String read, List<?> owner, Set<Change> noticed)
            throws Throwable {
        if (!call.name().equals(read)) {
            Object answer = call.proceed();
            if (changes(call).stream().anyMatch(noticed::contains)) {
                call.memory().clear();
            }
            return answer;
        }
        List<Object> key = List.of(owner, Arrays.asList(call.args()));
        Object known = call.memory().get(key);
        if (known != null) {
            return known;
        }
        Object answer = call.proceed();
        if (answer instanceof Optional<?> found && found.isPresent()) {
            call.memory().put(key, answer);
        }
        return answer;
    }

    private static Set<Change> changes(Call call) {
        return switch (call.name()) {
            case "append" -> changes((Append) call.args()[0]);
            case "archive" -> EnumSet.of(Change.ARCHIVE);
            case "repair" -> EnumSet.of(Change.REPAIR);
            case "keepDefinition" -> EnumSet.of(Change.DEFINITION);
            default -> EnumSet.noneOf(Change.class);
        };
    }

    private static Set<Change> changes(Append append) {
        Set<Change> changes = EnumSet.noneOf(Change.class);
        if (!append.incidents().isEmpty()) {
            changes.add(Change.APPEND);
        }
        if (!append.redactions().isEmpty()) {
            changes.add(Change.REDACTION);
        }
        if (!append.release().isEmpty() || !append.reserve().isEmpty()) {
            changes.add(Change.KEYS);
        }
        return changes;
    }

    private static @Nullable Object receiptsForEver(Call call) throws Throwable {
        if (!call.name().equals("receipt")) {
            return call.proceed();
        }
        List<Object> key = List.of(call.real().tenant(), call.args()[0]);
        Object answer = call.proceed();
        if (answer instanceof Optional<?> found && found.isPresent()) {
            call.memory().put(key, answer);
        }
        return call.memory().getOrDefault(key, Optional.empty());
    }

    private static @Nullable Object absence(Call call) throws Throwable {
        if (!call.name().equals("load")) {
            return call.proceed();
        }
        List<Object> key = List.of(call.real().tenant(), call.args()[0]);
        Object known = call.memory().get(key);
        Object answer = known == null ? call.proceed() : known;
        if (Optional.empty().equals(answer)) {
            call.memory().put(key, Optional.empty());
        }
        return answer;
    }

    /** What is refused stays in the memory until the next append that is accepted. */
    private static @Nullable Object filledEarly(Call call) throws Throwable {
        if (call.name().equals("load")) {
            Object known = call.memory().get(List.of(call.real().tenant(), call.args()[0]));
            return known == null ? call.proceed() : known;
        }
        if (!call.name().equals("append")) {
            return call.proceed();
        }
        for (IncidentAppend incident : ((Append) call.args()[0]).incidents()) {
            call.memory().put(List.of(call.real().tenant(), incident.incident()), after(call, incident));
        }
        Object answer = call.proceed();
        call.memory().clear();
        return answer;
    }

    private static Optional<StoredRecord> after(Call call, IncidentAppend incident) {
        List<StoredEvent> events = new ArrayList<>(before(call, incident.incident()));
        events.addAll(incident.events());
        return Optional.of(new StoredRecord(incident.incident(), events));
    }

    private static List<StoredEvent> before(Call call, IncidentId incident) {
        try {
            return call.real().load(incident).map(StoredRecord::events).orElse(List.of());
        } catch (ArchivedException e) {
            return List.of();
        }
    }
}
