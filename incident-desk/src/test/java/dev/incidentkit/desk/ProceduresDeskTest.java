package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.ProcessCommand.ApplyWorkaround;
import dev.incidentkit.core.incident.ProcessCommand.Engage;
import dev.incidentkit.core.incident.ProcessCommand.RequestChange;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Communicate;
import dev.incidentkit.core.process.Allowance;
import dev.incidentkit.core.process.ChangePolicy;
import dev.incidentkit.core.process.MessageLine;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.StaffingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What plans ask for reaches people through the outbox, and what is not done through the timer. */
class ProceduresDeskTest {
    private static final Allowance HALF_AN_HOUR = Allowance.of(Duration.ofMinutes(30));

    private final DeskFixture fixture = new DeskFixture(ProcessDefinition.builder(DeskFixture.UNTIMED)
            .procedures(Procedures.builder()
                    .addMessages(MessageLine.every("customers", "customers", Channel.MAIL, "outage", HALF_AN_HOUR))
                    .addStaffing(new StaffingRule("two", Condition.open(), Role.RESOLVER, 1, HALF_AN_HOUR))
                    .addChanges(new ChangePolicy("reroute", "routes", Set.of(Role.INCIDENT_MANAGER), HALF_AN_HOUR))
                    .build())
            .build());
    private final List<Notification> sent = new ArrayList<>();
    private final TimerRunner timers = new TimerRunner(fixture.desk);
    private final OutboxRunner outbox = new OutboxRunner(fixture.desk, sent::add);

    private List<String> told() {
        sent.clear();
        outbox.tick();
        return sent.stream().map(Notification::topic).toList();
    }

    @Test
    @Tag("C-92")
    @Tag("C-96")
    void people_are_told_what_is_asked_of_them_and_once_what_was_not_done() {
        IncidentId id = fixture.reported();
        assertThat(told()).contains("incident.message-planned", "incident.staffing-required");

        fixture.desk.handle(id, new Engage(Role.RESOLVER, "ben"), ANN);
        fixture.desk.handle(id, new ApplyWorkaround("second line", "over Basel"), ANN);
        fixture.desk.handle(id, new RequestChange("CHG-1", "reroute"), ANN);
        assertThat(told()).containsExactly("incident.change-requested");

        fixture.clock.advance(Duration.ofMinutes(31));
        assertThat(timers.tick()).isEqualTo(1);
        assertThat(timers.tick()).isZero();
        assertThat(told()).containsExactly("incident.deadline-passed", "incident.deadline-passed");

        fixture.desk.handle(
                id,
                new Communicate(Direction.OUTBOUND, Channel.MAIL, "customers", "we work on it", Visibility.CUSTOMER),
                ANN);
        assertThat(told()).containsExactly("incident.communicated", "incident.message-planned");
        assertThat(timers.nextDue())
                .contains(fixture.clock.instant().plus(Duration.ofMinutes(30)).plusMillis(1));
    }
}
