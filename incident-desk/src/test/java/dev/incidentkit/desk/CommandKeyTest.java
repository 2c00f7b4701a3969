package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static dev.incidentkit.desk.DeskFixture.BOB;
import static dev.incidentkit.desk.DeskFixture.outage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Reopen;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.WorkCommand.Amend;
import dev.incidentkit.store.CommandKeyReusedException;
import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.store.IncidentStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same key twice writes once and answers the same, however the two come together. */
class CommandKeyTest {
    private final DeskFixture fixture = new DeskFixture(DeskFixture.UNTIMED);

    /** A desk on the fixture's store in which something happens just before a record is read for the first time. */
    private ServiceDesk interrupted(Runnable before) {
        AtomicBoolean done = new AtomicBoolean();
        IncidentStore store = (IncidentStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IncidentStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("load") && !done.getAndSet(true)) {
                        before.run();
                    }
                    try {
                        return method.invoke(fixture.store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return ServiceDesk.builder(store, DeskFixture.UNTIMED)
                .clock(fixture.clock)
                .build();
    }

    @Test
    @Tag("C-159")
    void the_same_key_twice_writes_once_and_answers_the_same() {
        CommandKey key = new CommandKey("mail-4711");

        Receipt first = fixture.desk.report(outage("VPN is down"), BOB, key);
        Receipt again = fixture.desk.report(outage("VPN is down"), BOB, key);

        assertThat(again).isEqualTo(new Receipt(first.incident(), first.version(), first.events(), true));
        assertThat(fixture.store.incidents(null, 10)).hasSize(1);
    }

    @Test
    void a_command_that_yields_no_event_still_keeps_its_key() {
        IncidentId id = fixture.started();
        CommandKey key = new CommandKey("again");

        Receipt first = fixture.desk.handle(id, new Start(null), ANN, key);
        fixture.desk.handle(id, Hold.on(HoldReason.VENDOR), ANN);
        Receipt again = fixture.desk.handle(id, new Start(null), ANN, key);

        assertThat(first.events()).isZero();
        assertThat(again.repeated()).isTrue();
        assertThat(again.version()).isEqualTo(first.version());
    }

    @Test
    void another_command_under_the_same_key_is_refused() {
        CommandKey key = new CommandKey("mail-4711");
        fixture.desk.report(outage("VPN is down"), BOB, key);

        assertThatThrownBy(() -> fixture.desk.report(outage("Mail is down"), BOB, key))
                .isInstanceOf(CommandKeyReusedException.class)
                .hasMessageContaining("mail-4711");
    }

    @Test
    void a_refusal_leaves_its_key_free() {
        IncidentId id = fixture.resolved();
        CommandKey key = new CommandKey("close-1");
        assertThatThrownBy(() -> fixture.desk.handle(id, new Close(), ANN, key))
                .isInstanceOf(IncidentRejectedException.class);

        assertThat(fixture.store.receipt("close-1", fixture.clock.instant())).isEmpty();
    }

    @Test
    void a_key_is_forgotten_after_seven_days() {
        CommandKey key = new CommandKey("mail-4711");
        Receipt first = fixture.desk.report(outage("VPN is down"), BOB, key);
        fixture.clock.advance(Duration.ofDays(7));

        Receipt later = fixture.desk.report(outage("VPN is down"), BOB, key);

        assertThat(later.repeated()).isFalse();
        assertThat(later.incident()).isNotEqualTo(first.incident());
    }

    @Test
    void a_command_that_is_refused_because_it_was_just_carried_out_under_its_key_answers_the_receipt() {
        IncidentId id = fixture.resolved();
        CommandKey key = new CommandKey("reopen-1");
        Reopen reopen = new Reopen("It broke again");
        ServiceDesk slow = interrupted(() -> {
            fixture.desk.handle(id, reopen, BOB, key);
            fixture.desk.handle(id, new Hold(HoldReason.VENDOR, null, null), ANN);
        });

        Receipt receipt = slow.handle(id, reopen, BOB, key);

        assertThat(receipt.repeated()).isTrue();
        assertThat(receipt.events()).isEqualTo(1);
    }

    @Test
    void the_desk_s_clock_alone_says_how_long_a_key_lives() {
        IncidentStore store = new InMemoryIncidentStore();
        ServiceDesk desk = ServiceDesk.builder(store, DeskFixture.UNTIMED)
                .clock(() -> Instant.parse("2001-01-01T00:00:00Z"))
                .build();
        CommandKey key = new CommandKey("mail-1");

        Receipt first = desk.report(outage("VPN is down"), BOB, key);

        assertThat(desk.report(outage("VPN is down"), BOB, key).incident()).isEqualTo(first.incident());
    }

    @Test
    void a_report_under_another_identity_that_the_caller_names_is_another_command() {
        CommandKey key = new CommandKey("mail-1");
        fixture.desk.handle(new IncidentId("A"), outage("VPN is down"), BOB, key);

        assertThatThrownBy(() -> fixture.desk.handle(new IncidentId("B"), outage("VPN is down"), BOB, key))
                .isInstanceOf(CommandKeyReusedException.class);
    }

    @Test
    void an_empty_value_is_not_the_word_for_it_and_a_program_is_not_a_person_of_its_name() {
        IncidentId id = fixture.started();
        Amend named = new Amend("null", null, null, null, Attributes.none(), Set.of());
        Amend unnamed = new Amend(null, "null", null, null, Attributes.none(), Set.of());

        assertThat(Fingerprint.of(id, named, ANN)).isNotEqualTo(Fingerprint.of(id, unnamed, ANN));
        assertThat(Fingerprint.of(id, new Start(null), Actor.human("x")))
                .isNotEqualTo(Fingerprint.of(id, new Start(null), Actor.bot("x")));
    }

    @Test
    void a_desk_keeps_what_it_was_built_with() {
        ServiceDeskBuilder builder = ServiceDesk.builder(new InMemoryIncidentStore(), ProcessDefinition.itil())
                .clock(() -> Instant.parse("2026-01-01T00:00:00Z"));
        ServiceDesk desk = builder.build();
        builder.clock(() -> Instant.parse("2030-01-01T00:00:00Z")).keyLife(Duration.ofDays(1));

        IncidentId id = desk.report(outage("VPN is down"), BOB).incident();

        assertThat(desk.load(id).orElseThrow().lastRecordedAt()).isEqualTo("2026-01-01T00:00:00Z");
    }
}
