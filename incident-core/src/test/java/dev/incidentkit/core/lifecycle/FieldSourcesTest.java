package dev.incidentkit.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.WorkCommand;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verification believes that a command can give exactly what a command that gives everything says it gives. */
class FieldSourcesTest {
    private static final Instant AT = Instant.parse("2026-03-27T08:00:00Z");

    static Stream<IncidentCommand> fullCommands() {
        return Stream.of(
                Report.of("t", Reporter.person("p"), Channel.API)
                        .description("d")
                        .symptoms("s")
                        .occurredAt(AT)
                        .detectedAt(AT)
                        .reportedAt(AT)
                        .category(new Category("c"))
                        .impact(Impact.LOW)
                        .urgency(Urgency.LOW)
                        .severity(Scale.SEVERITY.at(0))
                        .addServices("s")
                        .affectedUsers(1)
                        .build(),
                new TriageCommand.Triage(Impact.LOW, Urgency.LOW, Scale.SEVERITY.at(0)),
                new TriageCommand.Categorize(new Category("c")),
                new TriageCommand.Reclassify(RecordType.NEAR_MISS, "r"),
                new TriageCommand.OverridePriority(Priority.P1, "r", null),
                new AssignmentCommand.Assign(Owner.group("g")),
                new AssignmentCommand.Escalate(EscalationKind.HIERARCHICAL, "boss", "r"),
                new LifecycleCommand.Start(Owner.group("g")),
                new LifecycleCommand.Hold(HoldReason.CALLER, "c", AT),
                LifecycleCommand.Resume.BY_HAND,
                LifecycleCommand.Resolve.permanently(new Category("c"), "F", "n"),
                new LifecycleCommand.Reopen("r"),
                new LifecycleCommand.Reject("r"),
                new LifecycleCommand.Confirm(),
                new LifecycleCommand.Close(),
                new LifecycleCommand.Cancel(CancelReason.DUPLICATE, new IncidentId("i"), "c"),
                new WorkCommand.Restore(AT),
                new WorkCommand.Amend("t", "d", Set.of(), 1, Attributes.none(), Set.of()));
    }

    /** What a step sets beside what its command gives: derived, or done by the step itself. */
    private static final Set<String> DERIVED =
            Set.of("REPORT priority", "REPORT owner", "TRIAGE priority", "CATEGORIZE priority", "RESOLVE restoredAt");

    @ParameterizedTest
    @MethodSource("fullCommands")
    void a_command_gives_what_verification_says_it_gives(IncidentCommand command) {
        Action action = command.action();
        for (Field.BuiltIn field : Field.BuiltIn.values()) {
            boolean derived = DERIVED.contains(action + " " + field.fieldName());
            assertThat(FieldSources.gives(action, field))
                    .as("%s of %s", field, action)
                    .isEqualTo(derived || command.gives(field));
        }
    }
}
