package dev.incidentkit.core.incident;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands of review, satisfaction and effort. Texts are personal data. */
public sealed interface ReviewCommand extends IncidentCommand
        permits ReviewCommand.OpenReview,
                ReviewCommand.SignReview,
                ReviewCommand.Survey,
                ReviewCommand.RecordEffort,
                ReviewCommand.WriteReview,
                ReviewCommand.PlanReviewAction,
                ReviewCommand.EndReviewAction,
                ReviewCommand.ShareReview {
    @Override
    default Theme theme() {
        return Theme.REVIEW;
    }

    /**
     * Opens a review of how the incident was handled.
     *
     * @param owner who writes it, at most 100 characters
     * @param dueAt when it is due; later than the command
     */
    record OpenReview(
            @NotBlank @Size(max = 100) String owner,
            @NotNull Instant dueAt) implements ReviewCommand {
        /** Cuts the instant to milliseconds. */
        public OpenReview {
            dueAt = Checks.millis(dueAt);
        }

        @Override
        public Action action() {
            return Action.REVIEW;
        }
    }

    /**
     * Signs the review off.
     *
     * @param summary what was learned, at most 32,000 characters
     */
    record SignReview(@NotBlank @Size(max = 32_000) String summary) implements ReviewCommand {
        @Override
        public Action action() {
            return Action.REVIEW;
        }
    }

    /**
     * Records how content the caller is.
     *
     * @param score 1 (not at all) to 5 (fully)
     * @param comment in the caller's words, at most 32,000 characters
     */
    record Survey(
            @Min(1) @Max(5) int score,
            @Nullable @Size(min = 1, max = 32_000) String comment) implements ReviewCommand {
        @Override
        public Action action() {
            return Action.SURVEY;
        }
    }

    /**
     * Records work on the incident.
     *
     * @param team who worked, at most 100 characters
     * @param time how long, not negative
     * @param cost what it cost, in the host's currency, not negative, at most 18 digits before and 9 after the point
     * @param billing whether somebody pays for it
     */
    record RecordEffort(
            @NotBlank @Size(max = 100) String team,
            @NotNull Duration time,

            @Nullable @PositiveOrZero @Digits(integer = 18, fraction = 9)
            BigDecimal cost,

            @NotNull Billing billing)
            implements ReviewCommand {
        @Override
        public Action action() {
            return Action.EFFORT;
        }
    }

    /**
     * Writes something into the open review.
     *
     * @param section where
     * @param text what, at most 32,000 characters
     */
    record WriteReview(
            @NotNull ReviewSection section,
            @NotBlank @Size(max = 32_000) String text) implements ReviewCommand {
        @Override
        public Action action() {
            return Action.REVIEW;
        }
    }

    /**
     * Asks for something to be done after the review.
     *
     * @param name its name
     * @param kind what it is for
     * @param owner who does it
     * @param dueAt by when; later than the command
     * @param text what is to be done, at most 32,000 characters
     */
    record PlanReviewAction(
            @NotBlank @Size(max = 100) String name,
            @NotNull ReviewActionKind kind,
            @NotBlank @Size(max = 100) String owner,
            @NotNull Instant dueAt,
            @NotBlank @Size(max = 32_000) String text)
            implements ReviewCommand {
        /** Cuts the instant to milliseconds. */
        public PlanReviewAction {
            dueAt = Checks.millis(dueAt);
        }

        @Override
        public Action action() {
            return Action.REVIEW;
        }
    }

    /**
     * Says that something the review asked for is done, or dropped.
     *
     * @param name its name
     * @param state DONE or DROPPED
     * @param comment what was done, or why it is dropped; at most 32,000 characters
     */
    record EndReviewAction(
            @NotBlank @Size(max = 100) String name,
            @NotNull ReviewActionState state,
            @NotBlank @Size(max = 32_000) String comment)
            implements ReviewCommand {
        @Override
        public Action action() {
            return Action.REVIEW;
        }
    }

    /**
     * Says who may read the review.
     *
     * @param readers the roles that may; empty for everybody
     */
    record ShareReview(@NotNull @Size(max = 32) Set<Role> readers) implements ReviewCommand {
        /** Copies the roles. */
        public ShareReview {
            readers = Set.copyOf(readers);
        }

        @Override
        public Action action() {
            return Action.REVIEW;
        }
    }
}
