package dev.incidentkit.testkit.store;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.AppendResult;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.KeyReservation;
import dev.incidentkit.store.PersonalValue;
import dev.incidentkit.store.Redaction;
import dev.incidentkit.store.StoredEvent;
import dev.incidentkit.testkit.store.FaultyStore.Call;
import dev.incidentkit.testkit.store.FaultyStore.Fault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores that do not write what they were given. */
final class AppendFaults {
    private AppendFaults() {}

    static Map<String, Fault> all() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        forgetting(faults);
        faults.put(
                "a redaction of one text takes them all",
                appending((append, changed) -> changed.redactions(append.redactions().stream()
                        .map(each -> new Redaction(each.incident(), Set.of()))
                        .toList())));
        faults.put("incidents are written one by one", AppendFaults::oneByOne);
        faults.put("expected versions are not looked at", AppendFaults::versionsIgnored);
        faults.put("another command under a key gets the receipt", AppendFaults::fingerprintIgnored);
        faults.put("a repeated command is said to be written", AppendFaults::alwaysWritten);
        faults.put("a reserved key is taken away", AppendFaults::keyTaken);
        changingEvents(faults);
        return faults;
    }

    private static void forgetting(Map<String, Fault> faults) {
        faults.put("conditions are forgotten", appending((append, changed) -> changed.conditions(List.of())));
        faults.put("receipts are forgotten", appending((append, changed) -> changed.receipt(null)));
        faults.put("reservations are forgotten", appending((append, changed) -> changed.reserve(List.of())));
        faults.put("releases are forgotten", appending((append, changed) -> changed.release(List.of())));
        faults.put("messages are forgotten", appending((append, changed) -> changed.messages(List.of())));
        faults.put("redactions are forgotten", appending((append, changed) -> changed.redactions(List.of())));
        faults.put("claims of wake-ups are not looked at", appending((append, changed) -> changed.lease(null)));
        faults.put("claims of wake-ups guard their own incident alone", appending(AppendFaults::leaseOfWhatIsWritten));
        faults.put("wake-ups are forgotten", summaries(known -> known.nextWakeUp(null)));
        faults.put("legal holds are forgotten", summaries(known -> known.legalHold(false)));
    }

    private static void changingEvents(Map<String, Fault> faults) {
        faults.put(
                "instants are cut to seconds",
                events(event -> copy(event, event.body(), event.recordedAt().truncatedTo(ChronoUnit.SECONDS))));
        faults.put(
                "bodies are cut after 65,535 bytes",
                events(event -> copy(
                        event,
                        Arrays.copyOf(event.body(), Math.min(event.body().length, 65_535)),
                        event.recordedAt())));
        faults.put(
                "bodies lose their zero bytes",
                events(event -> copy(event, withoutZeros(event.body()), event.recordedAt())));
        faults.put("personal data is lost", events(event -> event.withPersonal(List.of())));
        faults.put("personal data is turned round", events(event -> {
            List<PersonalValue> turned = new ArrayList<>(event.personal());
            Collections.reverse(turned);
            return event.withPersonal(turned);
        }));
        faults.put(
                "salts are lost",
                events(event -> event.withPersonal(event.personal().stream()
                        .map(value -> new PersonalValue(value.path(), new byte[16], value.text()))
                        .toList())));
    }

    private static StoredEvent copy(StoredEvent event, byte[] body, Instant recordedAt) {
        return new StoredEvent(
                event.sequence(),
                event.type(),
                event.form(),
                body,
                event.hash(),
                event.effectiveAt(),
                recordedAt,
                event.personal());
    }

    private static byte[] withoutZeros(byte[] body) {
        byte[] changed = body.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] = changed[i] == 0 ? (byte) '?' : changed[i];
        }
        return changed;
    }

    private interface Change {
        AppendBuilder apply(Append append, AppendBuilder changed);
    }

    private static Fault appending(Change change) {
        return call -> {
            if (!call.name().equals("append")) {
                return call.proceed();
            }
            Append append = (Append) call.args()[0];
            return call.with(
                    change.apply(append, new AppendBuilder().from(append)).build());
        };
    }

    private static Fault incidents(UnaryOperator<IncidentAppend> change) {
        return appending((append, changed) ->
                changed.incidents(append.incidents().stream().map(change).toList()));
    }

    private static Fault events(UnaryOperator<StoredEvent> change) {
        return incidents(incident -> new IncidentAppend(
                incident.incident(),
                incident.expectedVersion(),
                incident.events().stream().map(change).toList(),
                incident.summary()));
    }

    private static Fault summaries(UnaryOperator<IncidentSummaryBuilder> change) {
        return incidents(incident -> new IncidentAppend(
                incident.incident(),
                incident.expectedVersion(),
                incident.events(),
                change.apply(new IncidentSummaryBuilder().from(incident.summary()))
                        .build()));
    }

    private static @Nullable Object oneByOne(Call call) throws Throwable {
        if (!call.name().equals("append")) {
            return call.proceed();
        }
        Append append = (Append) call.args()[0];
        int last = append.incidents().size() - 1;
        for (int i = 0; i < last; i++) {
            call.real()
                    .append(new AppendBuilder()
                            .addIncidents(append.incidents().get(i))
                            .build());
        }
        return last < 0
                ? call.proceed()
                : call.with(new AppendBuilder()
                        .from(append)
                        .incidents(List.of(append.incidents().get(last)))
                        .build());
    }

    private static @Nullable Object versionsIgnored(Call call) throws Throwable {
        return incidents(incident -> moved(call, incident)).answer(call);
    }

    /** The events at the end of the record, wherever that is. */
    private static IncidentAppend moved(Call call, IncidentAppend incident) {
        long version = version(call, incident.incident());
        List<StoredEvent> events = new ArrayList<>();
        for (StoredEvent event : incident.events()) {
            events.add(new StoredEvent(
                    version + events.size() + 1,
                    event.type(),
                    event.form(),
                    event.body(),
                    event.hash(),
                    event.effectiveAt(),
                    event.recordedAt(),
                    event.personal()));
        }
        return new IncidentAppend(
                incident.incident(),
                version,
                events,
                new IncidentSummaryBuilder()
                        .from(incident.summary())
                        .version(version + events.size())
                        .build());
    }

    private static long version(Call call, IncidentId incident) {
        return call.real().load(incident).map(record -> record.version()).orElse(0L);
    }

    private static @Nullable Object fingerprintIgnored(Call call) throws Throwable {
        if (call.name().equals("append")) {
            CommandReceipt receipt = ((Append) call.args()[0]).receipt();
            CommandReceipt earlier = receipt == null
                    ? null
                    : call.real().receipt(receipt.key(), receipt.acceptedAt()).orElse(null);
            if (earlier != null) {
                return AppendResult.repeated(earlier);
            }
        }
        return call.proceed();
    }

    private static @Nullable Object alwaysWritten(Call call) throws Throwable {
        Object answer = call.proceed();
        return answer instanceof AppendResult ? AppendResult.WRITTEN : answer;
    }

    private static @Nullable Object keyTaken(Call call) throws Throwable {
        return appending((append, changed) -> {
                    for (KeyReservation wanted : append.reserve()) {
                        call.real()
                                .holder(wanted.key())
                                .ifPresent(holder -> changed.addRelease(new KeyReservation(wanted.key(), holder)));
                    }
                    return changed;
                })
                .answer(call);
    }

    private static AppendBuilder leaseOfWhatIsWritten(Append append, AppendBuilder changed) {
        ClaimedWakeUp lease = append.lease();
        boolean isWritten = lease != null
                && append.incidents().stream().anyMatch(each -> each.incident().equals(lease.incident()));
        return isWritten ? changed : changed.lease(null);
    }
}
