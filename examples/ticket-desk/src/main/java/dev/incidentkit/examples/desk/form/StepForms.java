package dev.incidentkit.examples.desk.form;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import java.util.List;
import java.util.stream.Stream;

/** Commands that may change the status. */
final class StepForms {
    private StepForms() {}

    static List<ActionForm> all() {
        return List.of(
                ActionForm.of(
                        Action.START,
                        "Start work",
                        about -> List.of(Inputs.owner(about)),
                        (about, data) -> new LifecycleCommand.Start(data.owner())),
                ActionForm.of(Action.HOLD, "Put on hold", about -> holdInputs(), (about, data) -> hold(data)),
                ActionForm.bare(Action.RESUME, "Resume", LifecycleCommand.Resume.BY_HAND),
                ActionForm.of(Action.RESOLVE, "Resolve", StepForms::resolveInputs, (about, data) -> resolve(data)),
                ActionForm.of(
                        Action.REOPEN,
                        "Reopen",
                        about -> List.of(Inputs.reason()),
                        (about, data) -> new LifecycleCommand.Reopen(data.line("reason"))),
                ActionForm.of(
                        Action.REJECT,
                        "Refuse the resolution",
                        about -> List.of(Inputs.reason()),
                        (about, data) -> new LifecycleCommand.Reject(data.line("reason"))),
                ActionForm.bare(Action.CONFIRM, "Accept the resolution", new LifecycleCommand.Confirm()),
                ActionForm.bare(Action.CLOSE, "Close", new LifecycleCommand.Close()),
                ActionForm.of(Action.CANCEL, "Cancel", about -> cancelInputs(), (about, data) -> cancel(data)));
    }

    private static List<Input> holdInputs() {
        Stream<String> reasons = Stream.of(
                        HoldReason.CALLER,
                        HoldReason.VENDOR,
                        HoldReason.CHANGE,
                        HoldReason.PROBLEM,
                        HoldReason.EVIDENCE,
                        HoldReason.SCHEDULED)
                .map(HoldReason::name);
        return List.of(
                Input.choice("reason", "Waits for", reasons).required(),
                Input.lines("comment", "Comment"),
                Input.moment("resumeAt", "Goes on by itself at"));
    }

    private static IncidentCommand hold(FormData data) {
        HoldReason reason = data.need("reason", HoldReason::new, HoldReason.CALLER);
        return new LifecycleCommand.Hold(reason, data.text("comment"), data.moment("resumeAt"));
    }

    private static List<Input> resolveInputs(About about) {
        return List.of(
                Inputs.category(about),
                Inputs.resolutionCode(about),
                Input.lines("resolutionNote", "What was done"),
                Input.choice("method", "Method", ResolutionMethod.class));
    }

    private static IncidentCommand resolve(FormData data) {
        Resolution resolution = new Resolution(
                data.text("resolutionCode"),
                data.read("resolutionNote", PersonalText::of),
                data.choice("method", ResolutionMethod.class));
        return new LifecycleCommand.Resolve(data.category(), resolution);
    }

    private static List<Input> cancelInputs() {
        Stream<String> reasons = Stream.of(
                        CancelReason.NOT_AN_INCIDENT,
                        CancelReason.SERVICE_REQUEST,
                        CancelReason.WITHDRAWN,
                        CancelReason.DUPLICATE)
                .map(CancelReason::name);
        return List.of(
                Input.choice("reason", "Reason", reasons).required(),
                Input.line("duplicateOf", "Duplicate of").hinting("the identity of the other incident"),
                Input.lines("comment", "Comment"));
    }

    private static IncidentCommand cancel(FormData data) {
        CancelReason reason = data.need("reason", CancelReason::new, CancelReason.WITHDRAWN);
        return new LifecycleCommand.Cancel(reason, data.read("duplicateOf", IncidentId::new), data.text("comment"));
    }
}
