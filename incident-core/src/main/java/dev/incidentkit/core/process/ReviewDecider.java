package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.ReviewAction;
import dev.incidentkit.core.incident.ReviewActionState;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import java.util.ArrayList;
import java.util.List;

/** What reviews must say, who signs them off, and what they ask for. */
final class ReviewDecider {
    private final Procedures procedures;

    ReviewDecider(Procedures procedures) {
        this.procedures = procedures;
    }

    static boolean isSatisfied(Incident incident, ReviewCommand command) {
        if (command instanceof ReviewCommand.WriteReview write) {
            return incident.handling()
                    .sections()
                    .getOrDefault(write.section(), List.of())
                    .contains(PersonalText.of(write.text()));
        }
        if (command instanceof ReviewCommand.PlanReviewAction plan) {
            return incident.handling()
                    .action(plan.name())
                    .filter(found -> found.kind() == plan.kind()
                            && found.owner().equals(plan.owner())
                            && found.dueAt().equals(plan.dueAt()))
                    .isPresent();
        }
        if (command instanceof ReviewCommand.EndReviewAction end) {
            return end.state() != ReviewActionState.OPEN
                    && incident.handling()
                            .action(end.name())
                            .filter(found -> found.state() == end.state())
                            .isPresent();
        }
        return command instanceof ReviewCommand.ShareReview share
                && incident.review().isPresent()
                && share.readers().equals(incident.handling().readers());
    }

    List<Unmet> check(Incident incident, ReviewCommand command, CommandContext context) {
        if (command instanceof ReviewCommand.SignReview) {
            return sign(incident, context);
        }
        if (command instanceof ReviewCommand.EndReviewAction end) {
            return end(incident, end);
        }
        List<Unmet> unmet = new ArrayList<>();
        boolean needsReview = command instanceof ReviewCommand.WriteReview
                || command instanceof ReviewCommand.PlanReviewAction
                || command instanceof ReviewCommand.ShareReview;
        if (needsReview && incident.review().isEmpty()) {
            unmet.add(Refusals.input(
                    UnmetCode.REVIEW_NOT_OPEN, null, "no review of incident " + incident.id() + " is open"));
        }
        if (command instanceof ReviewCommand.PlanReviewAction plan
                && !plan.dueAt().isAfter(context.at())) {
            unmet.add(Refusals.input(
                    UnmetCode.TIME_NOT_IN_FUTURE,
                    "dueAt",
                    "dueAt " + plan.dueAt() + " must lie in the future; it is " + context.at()));
        }
        return unmet;
    }

    private List<Unmet> sign(Incident incident, CommandContext context) {
        List<Unmet> unmet = new ArrayList<>();
        for (ReviewSection section : ReviewSection.values()) {
            if (procedures.reviewSections().contains(section)
                    && !incident.handling().sections().containsKey(section)) {
                unmet.add(Refusals.input(
                        UnmetCode.REVIEW_INCOMPLETE, section.name(), "the review does not say the " + section));
            }
        }
        if (!context.actor().hasAnyOf(procedures.signers())) {
            unmet.addAll(Refusals.forbidden(
                    UnmetCode.SIGNER_REQUIRED,
                    "a review is signed off by one of "
                            + procedures.signers().stream()
                                    .map(Role::name)
                                    .sorted()
                                    .toList()
                            + ", but " + context.actor().id() + " has none of these roles"));
        }
        return unmet;
    }

    private static List<Unmet> end(Incident incident, ReviewCommand.EndReviewAction end) {
        boolean open = incident.handling()
                .action(end.name())
                .filter(action -> action.state() == ReviewActionState.OPEN)
                .isPresent();
        if (!open) {
            return Refusals.refused(
                    UnmetCode.REVIEW_ACTION_UNKNOWN,
                    end.name(),
                    "the review has no open action '" + end.name() + "'; it has "
                            + incident.handling().actions().stream()
                                    .map(ReviewAction::name)
                                    .toList());
        }
        return end.state() == ReviewActionState.OPEN
                ? Refusals.refused(
                        UnmetCode.DECISION_REQUIRED, "state", "to end is DONE or DROPPED, but it was " + end.state())
                : List.of();
    }
}
