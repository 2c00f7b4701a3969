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
import org.jspecify.annotations.Nullable;

/** Commands of review, satisfaction and effort. Texts are personal data. */
public sealed interface ReviewCommand extends IncidentCommand
        permits ReviewCommand.OpenReview, ReviewCommand.SignReview, ReviewCommand.Survey, ReviewCommand.RecordEffort {
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
}
