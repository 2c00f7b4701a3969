package dev.incidentkit.testkit;

import static dev.incidentkit.testkit.Samples.ANN;
import static dev.incidentkit.testkit.Samples.CLEO;
import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.policy.AccessPolicy;
import dev.incidentkit.desk.Mail;
import dev.incidentkit.metrics.Dimension;
import dev.incidentkit.metrics.Metrics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What scenarios say of the desk at which they are played. */
class DeskWordsTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();
    private static final IncidentId FIRST = new IncidentId("INC-1");

    private static Mail mail(boolean automatic) {
        return new Mail("<1@mail>", "cleo@example.org", "VPN is down", "Help.", List.of(), automatic);
    }

    @Test
    void the_desk_is_as_the_host_builds_it_also_where_another_scenario_begins() {
        Scenario permissive = Scenario.named("everybody may")
                .atDesk(desk -> desk.access(AccessPolicy.unrestricted()))
                .given(CLEO, Samples.report().build())
                .build();

        Scenario.named("goes on")
                .given(permissive)
                .when(CLEO, new Start(Owner.group("ops")))
                .then(moment -> assertThat(moment).incident().hasStatus("IN_PROGRESS"))
                .build()
                .verify(ITIL);
        Scenario.named("the standard desk")
                .atDesk()
                .given(CLEO, Samples.report().build())
                .whenTried(CLEO, new Start(Owner.group("ops")))
                .then(moment -> assertThat(moment).refusal().isRefusedFor("ACCESS_DENIED"))
                .build()
                .verify(ITIL);
    }

    @Test
    void a_mail_turns_to_its_incident_and_one_that_is_left_out_changes_nothing() {
        Scenario.named("mails")
                .given(CLEO, Samples.report().build())
                .received(CLEO, mail(true))
                .then(moment -> {
                    assertThat(moment.incident().id()).isEqualTo(FIRST);
                    assertThat(moment.last()).isEmpty();
                })
                .received(CLEO, mail(false))
                .then(moment -> {
                    assertThat(moment.incident().id().value()).isEqualTo("ALERT-1");
                    assertThat(moment.last()).hasSize(1);
                })
                .build()
                .verify(ITIL);
    }

    @Test
    void what_somebody_reads_fails_with_its_step_and_without_an_incident() {
        Scenario secret = Scenario.named("a secret")
                .given(CLEO, Samples.report().build())
                .thenReadBy(ANN, incident -> assertThat(incident.title()).isEmpty())
                .build();
        Scenario.named("what a beginning reads is left out")
                .given(secret)
                .build()
                .verify(ITIL);
        Scenario nothing = Scenario.named("nothing")
                .whenTried(ANN, new Close())
                .thenReadBy(ANN, incident -> {})
                .build();

        assertThatThrownBy(() -> secret.verify(ITIL))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("scenario 'a secret', step 2:");
        assertThatThrownBy(() -> nothing.verify(ITIL)).hasMessageContaining("no incident INC-1 to read");
    }

    @Test
    void what_the_desk_refuses_fails_with_its_reasons() {
        Scenario refused = Scenario.named("too early")
                .given(CLEO, Samples.report().build())
                .withDesk(desk -> desk.handle(FIRST, new Close(), ANN))
                .build();

        assertThatThrownBy(() -> refused.verify(ITIL))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "scenario 'too early', step 2:", "Expecting what is done with the desk", "TRANSITION_UNKNOWN");
    }

    @Test
    void what_is_written_at_the_desk_is_what_the_last_step_wrote() {
        Scenario.named("by hand")
                .given(CLEO, Samples.report().build())
                .withDesk(desk -> desk.handle(FIRST, new Start(Owner.group("ops")), ANN))
                .then(moment -> assertThat(moment.last()).hasSize(2))
                .withDesk(desk -> desk.events(FIRST))
                .then(moment -> assertThat(moment.last()).isEmpty())
                .build()
                .verify(ITIL);
    }

    @Test
    void a_metric_of_some_incidents_says_where_there_are_none() {
        Moment end = Scenario.named("two teams")
                .given(CLEO, Samples.report().build())
                .when(ANN, new Start(Owner.group("ops")))
                .of("INC-2")
                .given(CLEO, Samples.report().build())
                .build()
                .verify(ITIL);

        assertThat(end).metric(Metrics.VOLUME, Dimension.TEAM, "ops").has("incidents", "1");
        assertThat(end).metric(Metrics.VOLUME, Dimension.TEAM, Dimension.NONE).has("incidents", "1");
        assertThatThrownBy(() -> assertThat(end).metric(Metrics.VOLUME, Dimension.TEAM, "mail"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("incidents whose team is 'mail'", "there are none");
        assertThatThrownBy(() -> assertThat(end)
                        .metric(Metrics.VOLUME, Dimension.TEAM, "ops")
                        .has("incidents", "2"))
                .hasMessageContaining("Volume = count(incidents)");
    }
}
