package dev.incidentkit.examples.desk.form;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.MajorState;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.TriageCommand;
import java.util.List;

/** Commands that judge an incident, and say who works on it. */
final class TriageForms {
    private static final Category ANY = new Category("other");

    private TriageForms() {}

    static List<ActionForm> all() {
        return List.of(
                ActionForm.of(
                        Action.ASSIGN,
                        "Assign",
                        about -> List.of(
                                Inputs.owner(about).hinting("group, group/person or /person; empty for nobody")),
                        (about, data) -> assign(data)),
                ActionForm.bare(Action.ACKNOWLEDGE, "Acknowledge", new AssignmentCommand.Acknowledge()),
                ActionForm.of(Action.TRIAGE, "Judge", Inputs::levels, TriageForms::triage),
                ActionForm.of(
                        Action.CATEGORIZE,
                        "Categorize",
                        about -> List.of(Inputs.category(about).required()),
                        (about, data) -> new TriageCommand.Categorize(data.need("category", Category::new, ANY))),
                ActionForm.of(
                        Action.OVERRIDE, "Override the priority", TriageForms::overrideInputs, TriageForms::override),
                ActionForm.bare(Action.OVERRIDE, "Withdraw the override", new TriageCommand.WithdrawOverride())
                        .named("WITHDRAW_OVERRIDE")
                        .where(about -> about.incident() != null
                                && about.incident().override().isPresent()),
                ActionForm.of(
                        Action.RECLASSIFY,
                        "Reclassify",
                        about -> List.of(Input.choice("type", "It is", RecordType.class), Inputs.reason()),
                        (about, data) -> new TriageCommand.Reclassify(
                                data.choice("type", RecordType.class), data.line("reason"))),
                ActionForm.of(Action.ESCALATE, "Escalate", about -> escalateInputs(), (about, data) -> escalate(data)),
                ActionForm.of(
                                Action.ESCALATE,
                                "Decide on major incident",
                                about -> List.of(Input.choice("state", "It is", MajorState.class), Inputs.reason()),
                                (about, data) -> new ProcessCommand.DecideMajor(
                                        data.choice("state", MajorState.class), data.line("reason")))
                        .named("DECIDE_MAJOR")
                        .where(about -> about.definition().procedures().majors() != null));
    }

    private static IncidentCommand assign(FormData data) {
        Owner owner = data.owner();
        return owner == null ? new AssignmentCommand.Unassign() : new AssignmentCommand.Assign(owner);
    }

    private static IncidentCommand triage(About about, FormData data) {
        return new TriageCommand.Triage(
                data.level("impact", about.definition().impacts()),
                data.level("urgency", about.definition().urgencies()),
                data.level("severity", about.definition().severities()));
    }

    private static List<Input> overrideInputs(About about) {
        return List.of(
                Input.level("priority", "Priority", about.definition().priorities())
                        .required(),
                Inputs.reason().required(),
                Input.moment("until", "Until").hinting("for ever if it is empty"));
    }

    private static IncidentCommand override(About about, FormData data) {
        Priority priority = data.need(
                "priority",
                about.definition().priorities()::level,
                about.definition().priorities().at(0));
        return new TriageCommand.OverridePriority(priority, data.line("reason"), data.moment("until"));
    }

    private static List<Input> escalateInputs() {
        return List.of(
                Input.choice("kind", "To more", EscalationKind.class)
                        .hinting("functional: skill; hierarchical: authority"),
                Input.line("target", "Whom").required(),
                Inputs.reason().required());
    }

    private static IncidentCommand escalate(FormData data) {
        return new AssignmentCommand.Escalate(
                data.choice("kind", EscalationKind.class), data.line("target"), data.line("reason"));
    }
}
