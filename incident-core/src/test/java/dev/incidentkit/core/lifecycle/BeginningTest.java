package dev.incidentkit.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What stands against a command that begins an incident. */
class BeginningTest {
    private static final Instant AT = Instant.parse("2026-03-27T08:00:00Z");
    private static final Lifecycle LIFECYCLE = Lifecycle.builder("small")
            .statuses(Status.NEW)
            .transition(
                    Action.REPORT,
                    step -> step.to(Status.NEW)
                            .requires(Field.BuiltIn.DESCRIPTION)
                            .roles(Role.SERVICE_DESK))
            .build();
    private static final Actor DESK = Actor.human("dora", Role.SERVICE_DESK);
    private static final Report BARE =
            Report.of("t", Reporter.person("p"), Channel.API).build();

    @Test
    void a_report_that_gives_all_that_is_asked_by_somebody_who_may_lacks_nothing() {
        Report whole = Report.of("t", Reporter.person("p"), Channel.API)
                .description("d")
                .build();

        assertThat(LIFECYCLE.checkBeginning(whole, CommandContext.of(DESK, AT))).isEmpty();
    }

    @Test
    void a_required_field_that_is_not_given_is_unmet() {
        assertThat(LIFECYCLE.checkBeginning(BARE, CommandContext.of(DESK, AT)))
                .extracting(Unmet::field)
                .containsExactly("description");
    }

    @Test
    void all_that_stands_against_a_report_is_said_at_once() {
        assertThat(LIFECYCLE.checkBeginning(BARE, CommandContext.of(Actor.caller("cleo"), AT)))
                .extracting(Unmet::kind)
                .containsExactly(UnmetKind.FIELD, UnmetKind.PERMISSION);
    }
}
