package dev.incidentkit.core.definition;

import static dev.incidentkit.core.definition.Scene.ANN;
import static dev.incidentkit.core.definition.Scene.BEN;
import static dev.incidentkit.core.definition.Scene.CLEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.DeadlineKind;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.sla.SlaKind;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaPresets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CommunicationTest {
    private static final IncidentCommand RESOLVE =
            LifecycleCommand.Resolve.permanently(new Category("network/dns"), "FIXED", "restarted");

    private static Scene urgent() {
        return Scene.reported(
                TestDefinitions.PROCESS,
                Scene.report().impact(Impact.HIGH).urgency(Urgency.HIGH).build());
    }

    private static IncidentCommand tell(String audience) {
        return new WorkCommand.Communicate(
                Direction.OUTBOUND, Channel.MAIL, audience, "we work on it", Visibility.CUSTOMER);
    }

    private static Instant minute(int minute) {
        return Scene.START.plus(Duration.ofMinutes(minute));
    }

    private static List<ProcessEvent.DeadlinePassed> passed(Scene scene) {
        return scene.all(ProcessEvent.DeadlinePassed.class).stream()
                .filter(event -> event.kind() == DeadlineKind.MESSAGE)
                .toList();
    }

    private static Instant due(Scene scene, String audience) {
        return scene.incident()
                .handling()
                .deadline(DeadlineKind.MESSAGE, audience)
                .orElseThrow()
                .dueAt();
    }

    @Test
    @Tag("C-91")
    void the_plan_says_whom_to_tell_by_which_way_with_which_template_and_by_when() {
        Scene scene = urgent();

        assertThat(scene.all(ProcessEvent.MessagePlanned.class)).singleElement().satisfies(event -> {
            assertThat(event.audience()).isEqualTo("customers");
            assertThat(event.channel()).isEqualTo(Channel.MAIL);
            assertThat(event.template()).isEqualTo("outage");
            assertThat(event.dueAt()).isEqualTo(minute(30));
            assertThat(event.meta().cause().rule()).isEqualTo("customers, urgent");
        });
    }

    @Test
    @Tag("C-90")
    void each_message_begins_the_next_wait() {
        Scene scene = urgent().afterMinutes(20).then(ANN, tell("customers"));
        assertThat(due(scene, "customers")).isEqualTo(minute(50));

        scene.afterMinutes(10).then(ANN, tell("neighbours"));
        assertThat(due(scene, "customers")).isEqualTo(minute(50));
    }

    @Test
    @Tag("C-90")
    void an_audience_that_waits_too_long_is_on_the_record_once_until_it_is_told() {
        Scene scene = urgent().afterMinutes(100).wakes().wakes();

        assertThat(passed(scene)).singleElement().satisfies(event -> {
            assertThat(event.subject()).isEqualTo("customers");
            assertThat(event.meta().effectiveAt()).isEqualTo(minute(30).plusMillis(1));
        });
        scene.then(ANN, tell("customers"));
        assertThat(scene.incident().handling().overdue())
                .noneMatch(deadline -> deadline.kind() == DeadlineKind.MESSAGE);
        assertThat(due(scene, "customers")).isEqualTo(minute(130));
        scene.afterMinutes(31).wakes();
        assertThat(passed(scene)).hasSize(2);
    }

    @Test
    @Tag("C-90")
    void an_inbound_message_tells_nobody() {
        Scene scene = urgent().afterMinutes(10)
                .then(
                        CLEO,
                        new WorkCommand.Communicate(
                                Direction.INBOUND, Channel.MAIL, "customers", "and?", Visibility.CUSTOMER));

        assertThat(due(scene, "customers")).isEqualTo(minute(30));
    }

    @Test
    @Tag("C-90")
    void a_lower_priority_asks_for_no_message_and_a_higher_one_asks_anew_from_then_on() {
        Scene scene = urgent().afterMinutes(10).then(ANN, TriageCommand.Triage.of(Impact.LOW, Urgency.LOW));
        assertThat(scene.incident().handling().message("customers")).isEmpty();
        assertThat(scene.incident().handling().deadline(DeadlineKind.MESSAGE, "customers"))
                .isEmpty();

        scene.afterMinutes(60).then(ANN, TriageCommand.Triage.of(Impact.HIGH, Urgency.HIGH));
        assertThat(due(scene, "customers")).isEqualTo(minute(100));
    }

    @Test
    @Tag("C-85")
    void leaders_are_told_once_of_what_is_severe() {
        Scene scene = urgent().afterMinutes(5).then(ANN, new TriageCommand.Triage(null, null, Severity.SEV2));
        assertThat(due(scene, "board")).isEqualTo(minute(20));

        scene.afterMinutes(5).then(ANN, tell("board")).afterMinutes(500).wakes();
        assertThat(passed(scene))
                .extracting(ProcessEvent.DeadlinePassed::subject)
                .containsExactly("customers");
    }

    @Test
    @Tag("C-97")
    void the_end_is_told_too_and_missing_it_is_on_the_record() {
        Scene told = urgent().afterMinutes(10).then(ANN, RESOLVE);
        assertThat(told.all(ProcessEvent.MessagePlanned.class))
                .extracting(ProcessEvent.MessagePlanned::template)
                .containsExactly("outage", "closure");
        assertThat(due(told, "customers")).isEqualTo(minute(70));
        told.afterMinutes(5).then(ANN, tell("customers")).afterMinutes(500).wakes();
        assertThat(passed(told)).isEmpty();

        Scene forgotten = urgent().then(ANN, RESOLVE).afterMinutes(61).wakes();
        assertThat(passed(forgotten)).hasSize(1);
    }

    @Test
    @Tag("C-97")
    void a_second_resolution_is_told_again() {
        Scene scene = urgent().then(ANN, RESOLVE)
                .then(ANN, tell("customers"))
                .then(ANN, new LifecycleCommand.Reopen("it is back"))
                .afterMinutes(10)
                .then(ANN, RESOLVE);

        assertThat(due(scene, "customers")).isEqualTo(minute(70));
    }

    @Test
    @Tag("C-94")
    void the_reply_of_the_caller_ends_the_waiting_for_it() {
        Scene scene = urgent().then(ANN, new LifecycleCommand.Start(Owner.group("net")))
                .then(ANN, new LifecycleCommand.Hold(HoldReason.CALLER, "which client?", null))
                .afterMinutes(5)
                .then(
                        CLEO,
                        new WorkCommand.Communicate(
                                Direction.INBOUND, Channel.MAIL, "desk", "the new one", Visibility.CUSTOMER));

        assertThat(scene.incident().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(scene.all(LifecycleEvent.Resumed.class))
                .extracting(LifecycleEvent.Resumed::trigger)
                .containsExactly(ResumeTrigger.CALLER_REPLY);
    }

    @Test
    @Tag("C-52")
    @Tag("C-87")
    @Tag("C-136")
    void a_supplier_works_in_a_role_of_its_own_and_its_reply_ends_the_waiting_for_it() {
        Actor carrier = Actor.external("carrier", Role.SUPPLIER);
        Scene scene = urgent().then(ANN, new LifecycleCommand.Start(Owner.group("net")))
                .then(ANN, new ProcessCommand.Engage(Role.SUPPLIER, "carrier"))
                .then(ANN, LifecycleCommand.Hold.on(HoldReason.VENDOR))
                .then(
                        BEN,
                        new WorkCommand.Communicate(
                                Direction.INBOUND, Channel.MAIL, "desk", "nothing yet", Visibility.INTERNAL));
        assertThat(scene.incident().phase()).isEqualTo(Phase.ON_HOLD);

        scene.then(
                carrier,
                new WorkCommand.Communicate(Direction.INBOUND, Channel.MAIL, "desk", "mended", Visibility.INTERNAL));
        assertThat(scene.incident().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(scene.incident().handling().engaged(Role.SUPPLIER)).containsExactly("carrier");
    }

    @Test
    @Tag("C-75")
    void a_regulator_who_is_not_told_in_time_after_the_detection_is_a_breach() {
        ProcessDefinition definition = ProcessDefinition.builder(ProcessDefinition.itil())
                .slas(new SlaPolicy(
                        "duties",
                        SlaKind.SLA,
                        List.of(SlaPresets.notification(Duration.ofHours(72), Condition.ALWAYS, "regulator")
                                .build()),
                        null))
                .build();
        Scene late = Scene.reported(
                definition,
                Scene.report().detectedAt(Scene.START.minusSeconds(3_600)).build());
        late.afterMinutes(72 * 60).then(ANN, tell("press")).wakes();

        assertThat(late.all(SlaEvent.Breached.class))
                .singleElement()
                .satisfies(breach -> assertThat(breach.dueAt()).isEqualTo(Scene.START.plus(Duration.ofHours(71))));

        Scene inTime = Scene.reported(
                definition, Scene.report().detectedAt(Scene.START).build());
        inTime.afterMinutes(60)
                .then(ANN, tell("regulator"))
                .afterMinutes(80 * 60)
                .wakes();
        assertThat(inTime.all(SlaEvent.Breached.class)).isEmpty();
    }
}
