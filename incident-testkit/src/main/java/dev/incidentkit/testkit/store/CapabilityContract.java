package dev.incidentkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendBuilder;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.CapabilityException;
import dev.incidentkit.store.ClaimedMessage;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.LeaseLostException;
import dev.incidentkit.store.ParkPolicy;
import dev.incidentkit.store.StoredDefinition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store declares it does, and the rest it refuses. */
public interface CapabilityContract extends StoreContractSupport {
    /** The store declares what its fixture says, for every tenant. */
    @Test
    default void the_store_declares_what_its_fixture_says() {
        write(events(id("INC-1"), 0, "one"));

        assertThat(store().load(id("INC-1"))).isPresent();
        assertThat(store().capabilities())
                .containsExactlyInAnyOrderElementsOf(fixture().capabilities());
        assertThat(store().forTenant(new TenantId("other")).capabilities())
                .containsExactlyInAnyOrderElementsOf(fixture().capabilities());
    }

    /** Every method of a capability that is declared answers, and every method of one that is not refuses and says why. */
    @Test
    default void each_method_answers_or_refuses_as_declared() {
        write(events(id("INC-1"), 0, "one"));
        assertThat(store().load(id("INC-1"))).isPresent();

        uses().forEach((capability, uses) -> uses.forEach((name, use) -> {
            if (fixture().capabilities().contains(capability)) {
                assertThatCode(use::run).as(name).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(use::run)
                        .as("%s, which needs %s", name, capability)
                        .isInstanceOfSatisfying(
                                CapabilityException.class,
                                refused -> assertThat(refused.capability()).isEqualTo(capability));
            }
        }));
    }

    private Map<Capability, Map<String, Runnable>> uses() {
        Map<Capability, Map<String, Runnable>> uses = new LinkedHashMap<>();
        uses.put(Capability.QUERIES, queries());
        uses.put(Capability.TIMERS, timers());
        uses.put(Capability.OUTBOX, outbox());
        uses.put(Capability.DEFINITIONS, definitions());
        uses.put(Capability.FEED, Map.of("read", () -> store().read(EventFeed.BEGINNING, 1)));
        uses.put(Capability.MAINTENANCE, maintenance());
        return uses;
    }

    private Map<String, Runnable> queries() {
        return Map.of(
                "summary",
                () -> store().summary(id("INC-1")),
                "find",
                () -> store().find(IncidentQuery.all().build()));
    }

    private Map<String, Runnable> timers() {
        return Map.of(
                "claimWakeUps",
                () -> store().claimWakeUps(fixture().now(), 1, Duration.ofMinutes(1)),
                "rearm",
                () -> store().rearm(madeUpClaim(), 1, Optional.empty()),
                "putOff",
                () -> store().putOff(madeUpClaim(), fixture().now()),
                "failedWakeUps",
                () -> store().failedWakeUps(),
                "earliestWakeUp",
                () -> store().earliestWakeUp());
    }

    private Map<String, Runnable> outbox() {
        ClaimedMessage claim = new ClaimedMessage(store().tenant(), message(id("INC-1"), 1), 1, "no-token");
        return Map.of(
                "claimMessages",
                () -> store().claimMessages(1, Duration.ofMinutes(1)),
                "delivered",
                () -> store().delivered(claim),
                "failed",
                () -> store().failed(claim, Duration.ofMinutes(1)),
                "outboxCounts",
                () -> store().outboxCounts(),
                "park",
                () -> store().park(claim, ParkPolicy.NEXT_WAITS),
                "parked",
                () -> store().parked(1),
                "resume",
                () -> store().resume("INC-1/1"),
                "discard",
                () -> store().discard("INC-1/1"));
    }

    private Map<String, Runnable> definitions() {
        return Map.of(
                "keepDefinition",
                () -> store().keepDefinition(new StoredDefinition("f00d", "itil", new byte[] {1})),
                "definition",
                () -> store().definition("f00d"));
    }

    /** The archive comes last: what it moves out is no longer there for the others. */
    private Map<String, Runnable> maintenance() {
        Map<String, Runnable> uses = new LinkedHashMap<>();
        uses.put("incidents", () -> store().incidents(null, 1));
        uses.put("repair", () -> store().repair(summary(id("INC-1"), 1)));
        uses.put("archive", () -> store().archive(id("INC-1"), 1, "s3://old"));
        return uses;
    }

    private ClaimedWakeUp madeUpClaim() {
        return new ClaimedWakeUp(store().tenant(), id("INC-1"), REPORTED_AT, 0, "no-token");
    }

    /** Messages that nobody could ever send are refused with all that they came with. */
    @Test
    default void messages_are_written_or_the_append_is_refused() {
        Append append = new AppendBuilder()
                .addIncidents(events(id("INC-1"), 0, "one"))
                .addMessages(message(id("INC-1"), 1))
                .build();

        with(Capability.OUTBOX, () -> {
            store().append(append);
            assertThat(store().outboxCounts().waiting()).isEqualTo(1);
        });
        assertThat(store().load(id("INC-1")).isPresent())
                .isEqualTo(fixture().capabilities().contains(Capability.OUTBOX));
    }

    /** A claim that nobody could have made is no claim. */
    @Test
    default void a_claim_that_was_never_made_guards_nothing() {
        write(events(id("INC-1"), 0, "one"));
        Append append = new AppendBuilder()
                .addIncidents(events(id("INC-1"), 1, "two"))
                .lease(madeUpClaim())
                .build();
        boolean declared = fixture().capabilities().contains(Capability.TIMERS);

        assertThatThrownBy(() -> store().append(append))
                .isInstanceOf(declared ? LeaseLostException.class : CapabilityException.class);
        assertThat(store().load(id("INC-1")).orElseThrow().version()).isEqualTo(1);
    }
}
