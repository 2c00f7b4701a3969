package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.lifecycle.AvailableAction;
import dev.incidentkit.examples.desk.form.About;
import dev.incidentkit.examples.desk.form.ActionForm;
import dev.incidentkit.examples.desk.form.ActionForms;
import dev.incidentkit.examples.desk.form.Input;
import dev.incidentkit.examples.desk.form.Words;
import dev.incidentkit.examples.desk.view.ActionView;
import dev.incidentkit.examples.desk.view.ActionView.Opened;
import dev.incidentkit.examples.desk.web.IncidentPages.Attempt;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may be done, as buttons and forms: an action is ready where nothing is lacking, a form where only fields are that it
 * asks for, and shut, with the reasons, where a role or a guard stands against it.
 */
final class ActionViews {
    private final About about;
    private final @Nullable Attempt attempt;

    ActionViews(About about, @Nullable Attempt attempt) {
        this.about = about;
        this.attempt = attempt;
    }

    /** The forms for an action that the library offers. */
    Stream<ActionView> of(AvailableAction available) {
        return ActionForms.of(available.action()).stream()
                .filter(form -> form.useful().test(about))
                .map(form -> view(form, available));
    }

    private ActionView view(ActionForm form, AvailableAction available) {
        Attempt tried = attempt != null && attempt.form().equals(form.id()) ? attempt : null;
        List<Input> inputs = form.inputs(about);
        List<Unmet> shut = available.lacking().stream()
                .filter(each -> !canGive(inputs, each))
                .toList();
        List<Input> filled = tried == null ? inputs : Pages.filled(inputs, tried.data());
        return new ActionView(
                form.id(),
                Words.label(form.label()),
                leadsTo(available),
                Pages.asked(form.id(), filled, tried == null ? List.of() : tried.unmet()),
                Pages.lacks(shut.isEmpty() ? available.lacking() : shut),
                !shut.isEmpty(),
                tried == null ? Opened.NO : Opened.YES);
    }

    private static boolean canGive(List<Input> inputs, Unmet unmet) {
        return unmet.kind() == UnmetKind.FIELD
                && inputs.stream().anyMatch(input -> input.name().equals(unmet.field()));
    }

    private String leadsTo(AvailableAction available) {
        Status here = about.incident() == null ? null : about.incident().status();
        return available.targets().stream()
                .filter(status -> !status.equals(here))
                .map(status -> Words.label(status.name()))
                .collect(Collectors.joining(" or "));
    }
}
