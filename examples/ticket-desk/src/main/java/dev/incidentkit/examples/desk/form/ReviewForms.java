package dev.incidentkit.examples.desk.form;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Billing;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewSection;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Commands of review, satisfaction and effort. */
final class ReviewForms {
    private ReviewForms() {}

    static List<ActionForm> all() {
        return List.of(
                ActionForm.of(
                                Action.REVIEW,
                                "Open a review",
                                about -> List.of(
                                        Input.line("reviewer", "Who writes it")
                                                .required()
                                                .filled(about.user()),
                                        Input.moment("dueAt", "Due").required()),
                                (about, data) -> new ReviewCommand.OpenReview(
                                        data.line("reviewer"), data.need("dueAt", data::instant, Instant.EPOCH)))
                        .where(about -> about.incident() != null
                                && about.incident().review().isEmpty()),
                ActionForm.of(
                                Action.REVIEW,
                                "Write into the review",
                                about -> List.of(
                                        Input.choice("section", "Section", ReviewSection.class),
                                        Input.lines("text", "Text").required()),
                                (about, data) -> new ReviewCommand.WriteReview(
                                        data.choice("section", ReviewSection.class), data.line("text")))
                        .named("WRITE_REVIEW")
                        .where(ReviewForms::isOpen),
                ActionForm.of(
                                Action.REVIEW,
                                "Sign the review",
                                about -> List.of(Input.lines("summary", "What was learned")
                                        .required()),
                                (about, data) -> new ReviewCommand.SignReview(data.line("summary")))
                        .named("SIGN_REVIEW")
                        .where(ReviewForms::isOpen),
                ActionForm.of(
                        Action.SURVEY,
                        "Say how content you are",
                        about -> List.of(
                                Input.choice(
                                                "score",
                                                "Score",
                                                IntStream.rangeClosed(1, 5).mapToObj(Integer::toString))
                                        .required()
                                        .hinting("1: not at all, 5: fully"),
                                Input.lines("comment", "In your words")),
                        (about, data) -> new ReviewCommand.Survey(
                                data.need("score", Integer::valueOf, 1), data.text("comment"))),
                ActionForm.of(Action.EFFORT, "Record effort", about -> effortInputs(), (about, data) -> effort(data)));
    }

    private static boolean isOpen(About about) {
        return about.incident() != null
                && about.incident().review().isPresent()
                && about.incident().review().get().signedAt() == null;
    }

    private static List<Input> effortInputs() {
        return List.of(
                Input.line("team", "Team").required(),
                Input.number("minutes", "Minutes").required(),
                Input.line("cost", "Cost").hinting("in your currency, if any"),
                Input.choice("billing", "Billing", Billing.class));
    }

    private static IncidentCommand effort(FormData data) {
        return new ReviewCommand.RecordEffort(
                data.line("team"),
                data.need("minutes", minutes -> Duration.ofMinutes(Long.parseLong(minutes)), Duration.ZERO),
                data.read("cost", BigDecimal::new),
                data.choice("billing", Billing.class));
    }
}
