package dev.incidentkit.testkit.store;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.ArchivedException;
import dev.incidentkit.store.ClaimedMessage;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.FeedEvent;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.IncidentSummaryBuilder;
import dev.incidentkit.store.OutboxCounts;
import dev.incidentkit.store.ParkPolicy;
import dev.incidentkit.store.StoreException;
import dev.incidentkit.testkit.store.FaultyStore.Call;
import dev.incidentkit.testkit.store.FaultyStore.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores that hand out, order or keep work wrongly. */
final class WorkFaults {
    private static final int MANY = 1_000_000;

    private WorkFaults() {}

    static Map<String, Fault> all() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        timers(faults);
        failures(faults);
        outbox(faults);
        parking(faults);
        feed(faults);
        maintenance(faults);
        return faults;
    }

    private static void timers(Map<String, Fault> faults) {
        faults.put(
                "claims of wake-ups do not last",
                on("claimWakeUps", call -> call.with(arg(call, 0), arg(call, 1), Duration.ZERO)));
        faults.put(
                "claims of wake-ups never run out",
                on("claimWakeUps", call -> call.with(arg(call, 0), arg(call, 1), Duration.ofDays(9_999))));
        faults.put(
                "claims of wake-ups have no bound",
                on("claimWakeUps", call -> call.with(arg(call, 0), MANY, arg(call, 2))));
        faults.put(
                "what is not due is claimed",
                on("claimWakeUps", call -> call.with(Instant.MAX, arg(call, 1), arg(call, 2))));
        faults.put("wake-ups of one tenant are claimed", on("claimWakeUps", WorkFaults::ownWakeUps));
        faults.put("wake-ups are claimed the latest first", on("claimWakeUps", call -> turned(call.proceed())));
        faults.put("rearming does nothing", on("rearm", call -> true));
        faults.put("rearming is said to be lost", on("rearm", call -> {
            call.proceed();
            return false;
        }));
        faults.put("rearming does not look at the version", on("rearm", WorkFaults::rearmAnyVersion));
        faults.put("the earliest wake-up is not told", on("earliestWakeUp", call -> Optional.empty()));
    }

    private static void failures(Map<String, Fault> faults) {
        faults.put("putting off does nothing", on("putOff", call -> true));
        faults.put("putting off is said to be lost", on("putOff", call -> {
            call.proceed();
            return false;
        }));
        faults.put("what is put off does not rest", on("putOff", call -> call.with(arg(call, 0), Instant.EPOCH)));
        faults.put("what is put off is set anew", on("putOff", WorkFaults::setAnew));
        faults.put("what is put off counts no failure", on("claimWakeUps", WorkFaults::noFailures));
        faults.put("failed wake-ups are not counted", on("failedWakeUps", call -> 0L));
    }

    private static Object setAnew(Call call) throws Throwable {
        ClaimedWakeUp claim = (ClaimedWakeUp) arg(call, 0);
        long version = version(call, claim.tenant(), claim.incident());
        return call.real().rearm(claim, version, Optional.of((Instant) arg(call, 1)));
    }

    private static Object noFailures(Call call) throws Throwable {
        return ((List<?>) call.answer())
                .stream()
                        .map(ClaimedWakeUp.class::cast)
                        .map(claim ->
                                new ClaimedWakeUp(claim.tenant(), claim.incident(), claim.dueAt(), 0, claim.token()))
                        .toList();
    }

    private static void outbox(Map<String, Fault> faults) {
        faults.put(
                "claims of messages do not last", on("claimMessages", call -> call.with(arg(call, 0), Duration.ZERO)));
        faults.put("claims of messages have no bound", on("claimMessages", call -> call.with(MANY, arg(call, 1))));
        faults.put("messages of one tenant are claimed", on("claimMessages", WorkFaults::ownMessages));
        faults.put("attempts are not counted", on("claimMessages", WorkFaults::firstAttempts));
        faults.put("what is delivered is kept", on("delivered", call -> null));
        faults.put("failed messages do not wait", on("failed", call -> call.with(arg(call, 0), Duration.ZERO)));
        faults.put("failed messages are dropped", on("failed", call -> {
            call.real().delivered((ClaimedMessage) arg(call, 0));
            return null;
        }));
    }

    private static void parking(Map<String, Fault> faults) {
        faults.put(
                "parked messages always let the next proceed",
                on("park", call -> call.with(arg(call, 0), ParkPolicy.NEXT_PROCEEDS)));
        faults.put(
                "parked messages always hold the next back",
                on("park", call -> call.with(arg(call, 0), ParkPolicy.NEXT_WAITS)));
        faults.put("what is to be parked is dropped", on("park", call -> {
            call.real().delivered((ClaimedMessage) arg(call, 0));
            return null;
        }));
        faults.put("parked messages are not listed", on("parked", call -> List.of()));
        faults.put(
                "parked messages are not counted",
                on("outboxCounts", call -> new OutboxCounts(((OutboxCounts) call.answer()).waiting(), 0)));
        faults.put(
                "what is resumed stays parked",
                on(
                        "resume",
                        call -> call.real().parked(MANY).stream()
                                .anyMatch(message -> message.id().equals(arg(call, 0)))));
        faults.put(
                "what is discarded stays parked",
                on(
                        "discard",
                        call -> call.real().parked(MANY).stream()
                                .anyMatch(message -> message.id().equals(arg(call, 0)))));
    }

    private static void feed(Map<String, Fault> faults) {
        faults.put("the feed begins anew", on("read", call -> call.with(EventFeed.BEGINNING, arg(call, 1))));
        faults.put("the feed has no bound", on("read", call -> call.with(arg(call, 0), MANY)));
        faults.put("the feed skips an entry", on("read", call -> {
            List<?> entries = (List<?>) call.answer();
            return entries.size() > 1 ? entries.subList(1, entries.size()) : entries;
        }));
        faults.put("the feed is turned round", on("read", call -> turned(call.proceed())));
        faults.put(
                "the feed does not tell of archives",
                on(
                        "read",
                        call -> ((List<?>) call.answer())
                                .stream()
                                        .filter(entry -> ((FeedEvent) entry).archivedTo() == null)
                                        .toList()));
        faults.put("any position is taken", on("read", call -> {
            try {
                return call.proceed();
            } catch (IllegalArgumentException e) {
                return List.of();
            }
        }));
        faults.put("definitions are not kept", on("keepDefinition", call -> null));
        faults.put("another definition under the same hash is passed over", on("keepDefinition", call -> {
            try {
                return call.proceed();
            } catch (StoreException e) {
                return null;
            }
        }));
    }

    private static void maintenance(Map<String, Fault> faults) {
        faults.put("incidents are listed from the beginning", on("incidents", call -> call.with(null, arg(call, 1))));
        faults.put("incidents are listed without a bound", on("incidents", call -> call.with(arg(call, 0), MANY)));
        faults.put("repairs are passed over", on("repair", call -> true));
        faults.put("repairs do not look at the version", on("repair", WorkFaults::repairAnyVersion));
        faults.put("archives do not look at the version", on("archive", WorkFaults::archiveAnyVersion));
        faults.put("archives do not look at legal holds", on("archive", WorkFaults::archiveHeld));
        faults.put("archives are passed over", on("archive", call -> null));
        faults.put("archived incidents answer nothing", on("load", call -> {
            try {
                return call.proceed();
            } catch (ArchivedException e) {
                return Optional.empty();
            }
        }));
    }

    private static Fault on(String method, Fault fault) {
        return call -> call.name().equals(method) ? fault.answer(call) : call.proceed();
    }

    private static Object arg(Call call, int index) {
        return call.args()[index];
    }

    private static List<?> turned(@Nullable Object answer) {
        List<?> turned = new ArrayList<>((List<?>) answer);
        Collections.reverse(turned);
        return turned;
    }

    private static Object ownWakeUps(Call call) throws Throwable {
        return ((List<?>) call.answer())
                .stream()
                        .filter(claim -> ((ClaimedWakeUp) claim)
                                .tenant()
                                .equals(call.real().tenant()))
                        .toList();
    }

    private static Object ownMessages(Call call) throws Throwable {
        return ((List<?>) call.answer())
                .stream()
                        .filter(claim -> ((ClaimedMessage) claim)
                                .tenant()
                                .equals(call.real().tenant()))
                        .toList();
    }

    private static Object firstAttempts(Call call) throws Throwable {
        return ((List<?>) call.answer())
                .stream()
                        .map(ClaimedMessage.class::cast)
                        .map(claim -> new ClaimedMessage(claim.tenant(), claim.message(), 1, claim.token()))
                        .toList();
    }

    private static @Nullable Object rearmAnyVersion(Call call) throws Throwable {
        ClaimedWakeUp claim = (ClaimedWakeUp) arg(call, 0);
        long version = version(call, claim.tenant(), claim.incident());
        return call.with(claim, version, arg(call, 2));
    }

    private static long version(Call call, TenantId tenant, IncidentId incident) {
        try {
            return call.real()
                    .forTenant(tenant)
                    .load(incident)
                    .map(record -> record.version())
                    .orElse(0L);
        } catch (ArchivedException e) {
            return 0;
        }
    }

    private static @Nullable Object repairAnyVersion(Call call) throws Throwable {
        IncidentSummary wanted = (IncidentSummary) arg(call, 0);
        long version = version(call, call.real().tenant(), wanted.incident());
        return call.with(
                new IncidentSummaryBuilder().from(wanted).version(version).build());
    }

    private static @Nullable Object archiveAnyVersion(Call call) throws Throwable {
        IncidentId incident = (IncidentId) arg(call, 0);
        return call.with(incident, version(call, call.real().tenant(), incident), arg(call, 2));
    }

    private static @Nullable Object archiveHeld(Call call) throws Throwable {
        IncidentId incident = (IncidentId) arg(call, 0);
        UnaryOperator<IncidentSummary> lifted = known ->
                new IncidentSummaryBuilder().from(known).legalHold(false).build();
        call.real().summary(incident).map(lifted).ifPresent(call.real()::repair);
        return call.proceed();
    }
}
