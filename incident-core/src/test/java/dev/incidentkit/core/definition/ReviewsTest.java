package dev.incidentkit.core.definition;

import static dev.incidentkit.core.definition.Scene.ANN;
import static dev.incidentkit.core.definition.Scene.CLEO;
import static dev.incidentkit.core.definition.Scene.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Billing;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Deadline;
import dev.incidentkit.core.incident.DeadlineKind;
import dev.incidentkit.core.incident.EffortSum;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Milestone;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.ProcessEvent;
import dev.incidentkit.core.incident.ReviewActionKind;
import dev.incidentkit.core.incident.ReviewActionState;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Lifecycle;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReviewsTest {
    private static final IncidentCommand RESOLVE =
            LifecycleCommand.Resolve.permanently(new Category("network/dns"), "FIXED", "restarted");
    private static final Instant NEXT_WEEK = Scene.START.plus(Duration.ofDays(7));
    private static final IncidentCommand OPEN = new ReviewCommand.OpenReview("rita", NEXT_WEEK);
    private static final IncidentCommand SIGN = new ReviewCommand.SignReview("watch the dates");
    private static final IncidentCommand WATCH = new ReviewCommand.PlanReviewAction(
            "watch dates", ReviewActionKind.PREVENT, "network", NEXT_WEEK, "an alarm 30 days before");

    private static Scene resolved(ProcessDefinition definition) {
        return Scene.reported(
                        definition,
                        Scene.report().impact(Impact.HIGH).urgency(Urgency.HIGH).build())
                .then(ANN, RESOLVE);
    }

    private static Scene checked(Scene scene) {
        for (String item : Lifecycle.itil().checklist()) {
            scene.then(ANN, new WorkCommand.AnswerChecklist(item, true, null));
        }
        return scene;
    }

    private static IncidentCommand write(ReviewSection section, String text) {
        return new ReviewCommand.WriteReview(section, text);
    }

    private static List<ProcessEvent.DeadlinePassed> passed(Scene scene, DeadlineKind kind) {
        return scene.all(ProcessEvent.DeadlinePassed.class).stream()
                .filter(event -> event.kind() == kind)
                .toList();
    }

    @Test
    @Tag("C-74")
    @Tag("C-29")
    @Tag("C-131")
    void a_review_tells_cause_contributing_factors_and_environment_apart() {
        Scene scene = resolved(TestDefinitions.PROCESS);
        assertThat(scene.refusal(RITA, write(ReviewSection.CAUSE, "a certificate ran out")))
                .containsExactly("REVIEW_NOT_OPEN");

        scene.then(RITA, OPEN)
                .then(RITA, write(ReviewSection.CAUSE, "a certificate ran out"))
                .then(RITA, write(ReviewSection.CONTRIBUTING_FACTOR, "nobody watched the date"))
                .then(RITA, write(ReviewSection.CONTRIBUTING_FACTOR, "it was a holiday"))
                .then(RITA, write(ReviewSection.ENVIRONMENT, "dates live in spreadsheets"));

        assertThat(scene.incident().handling().sections())
                .containsEntry(ReviewSection.CAUSE, List.of(PersonalText.of("a certificate ran out")))
                .containsEntry(
                        ReviewSection.CONTRIBUTING_FACTOR,
                        List.of(PersonalText.of("nobody watched the date"), PersonalText.of("it was a holiday")));
        assertThat(scene.then(RITA, write(ReviewSection.CAUSE, "a certificate ran out"))
                        .last())
                .isEmpty();
    }

    @Test
    @Tag("C-127")
    @Tag("C-86")
    void a_review_is_signed_off_by_a_reviewer_once_it_says_what_the_form_asks_for() {
        Scene scene = resolved(TestDefinitions.PROCESS).then(RITA, OPEN);
        assertThat(scene.refusal(ANN, SIGN))
                .containsExactly("REVIEW_INCOMPLETE:CAUSE", "REVIEW_INCOMPLETE:ENVIRONMENT", "SIGNER_REQUIRED");
        assertThat(scene.incident().at(Milestone.REVIEWED)).isEmpty();

        scene.then(RITA, write(ReviewSection.CAUSE, "a certificate ran out"))
                .then(RITA, write(ReviewSection.ENVIRONMENT, "dates live in spreadsheets"))
                .then(RITA, SIGN);
        assertThat(scene.incident().review())
                .hasValueSatisfying(review -> assertThat(review.signedAt()).isEqualTo(Scene.START));
        assertThat(scene.incident().at(Milestone.REVIEWED)).contains(Scene.START);
        assertThat(scene.incident().handling().deadline(DeadlineKind.REVIEW, "review"))
                .isEmpty();
    }

    @Test
    @Tag("C-86")
    void a_review_that_is_not_signed_off_in_time_is_on_the_record_once_even_after_the_closure() {
        Scene scene = checked(resolved(ProcessDefinition.itil()).then(RITA, OPEN))
                .then(ANN, new LifecycleCommand.Close())
                .after(Duration.ofDays(9))
                .wakes()
                .wakes();

        assertThat(scene.incident().phase()).isEqualTo(Phase.CLOSED);
        assertThat(passed(scene, DeadlineKind.REVIEW))
                .singleElement()
                .satisfies(event -> assertThat(event.dueAt()).isEqualTo(NEXT_WEEK));
        scene.then(RITA, SIGN);
        assertThat(scene.incident().handling().overdue()).isEmpty();
    }

    @Test
    @Tag("C-154")
    void what_a_review_asks_for_has_an_owner_a_date_and_an_end_and_is_followed_up() {
        Scene scene = resolved(ProcessDefinition.itil());
        assertThat(scene.refusal(RITA, WATCH)).containsExactly("REVIEW_NOT_OPEN");
        scene.then(RITA, OPEN).then(RITA, WATCH);
        assertThat(scene.refusal(
                        RITA,
                        new ReviewCommand.PlanReviewAction(
                                "train", ReviewActionKind.REDUCE_IMPACT, "hr", Scene.START, "x")))
                .containsExactly("TIME_NOT_IN_FUTURE:dueAt");
        assertThat(scene.refusal(RITA, new ReviewCommand.EndReviewAction("watch dates", ReviewActionState.OPEN, "x")))
                .containsExactly("DECISION_REQUIRED:state");
        assertThat(scene.refusal(RITA, new ReviewCommand.EndReviewAction("train", ReviewActionState.DONE, "x")))
                .containsExactly("REVIEW_ACTION_UNKNOWN:train");

        scene.after(Duration.ofDays(8)).wakes();
        assertThat(passed(scene, DeadlineKind.REVIEW_ACTION)).hasSize(1);
        assertThat(scene.incident().handling().overdue())
                .extracting(Deadline::subject)
                .contains("watch dates");

        IncidentCommand end = new ReviewCommand.EndReviewAction("watch dates", ReviewActionState.DONE, "in place");
        scene.then(RITA, end);
        assertThat(scene.incident().handling().action("watch dates"))
                .hasValueSatisfying(action -> assertThat(action.state()).isEqualTo(ReviewActionState.DONE));
        assertThat(scene.then(RITA, end).last()).isEmpty();
        assertThat(scene.incident().handling().deadline(DeadlineKind.REVIEW_ACTION, "watch dates"))
                .isEmpty();
    }

    @Test
    @Tag("C-163")
    void a_review_may_be_read_by_everybody_until_it_is_said_who_may() {
        Scene scene = resolved(ProcessDefinition.itil()).then(RITA, OPEN);
        assertThat(scene.incident().handling().mayReadReview(CLEO)).isTrue();

        IncidentCommand share = new ReviewCommand.ShareReview(Set.of(Role.REVIEWER, Role.INCIDENT_MANAGER));
        scene.then(RITA, share);
        assertThat(scene.incident().handling().mayReadReview(CLEO)).isFalse();
        assertThat(scene.incident().handling().mayReadReview(RITA)).isTrue();
        assertThat(scene.then(RITA, share).last()).isEmpty();
    }

    @Test
    @Tag("C-154")
    void what_is_most_urgent_closes_only_once_its_review_is_opened() {
        Lifecycle reviewed = Lifecycle.builder(Lifecycle.itil())
                .without(Action.CLOSE)
                .transition(
                        Action.CLOSE,
                        step -> step.from(Status.RESOLVED)
                                .to(Status.CLOSED)
                                .guards(Guards.reviewed(Condition.atLeast(Fact.BuiltIn.PRIORITY, Priority.P1))))
                .build();
        ProcessDefinition definition = ProcessDefinition.builder(ProcessDefinition.itil())
                .lifecycle(reviewed)
                .build();
        Scene urgent = resolved(definition);
        IncidentCommand close = new LifecycleCommand.Close();

        assertThat(urgent.refusal(ANN, close)).containsExactly("REVIEW_REQUIRED:review");
        assertThat(urgent.then(RITA, OPEN).refusal(ANN, close)).isEmpty();
        assertThat(Scene.reported(definition).then(ANN, RESOLVE).refusal(ANN, close))
                .isEmpty();
    }

    @Test
    @Tag("C-31")
    @Tag("C-32")
    @Tag("C-130")
    void recorded_work_is_summed_by_team_and_what_somebody_pays_for_apart() {
        Scene scene = resolved(ProcessDefinition.itil());
        Actor ann = ANN;
        scene.then(ann, effort("network", 60, "120.00", Billing.BILLABLE))
                .then(ann, effort("network", 30, "60.00", Billing.NOT_BILLABLE))
                .then(ann, effort("mail", 15, null, Billing.BILLABLE));

        assertThat(scene.incident().handling().efforts())
                .containsEntry(
                        "network",
                        new EffortSum(
                                Duration.ofMinutes(90),
                                Duration.ofMinutes(60),
                                new BigDecimal("180.00"),
                                new BigDecimal("120.00")));
        assertThat(scene.incident().handling().effort())
                .isEqualTo(new EffortSum(
                        Duration.ofMinutes(105),
                        Duration.ofMinutes(75),
                        new BigDecimal("180.00"),
                        new BigDecimal("120.00")));
    }

    private static IncidentCommand effort(String team, int minutes, @Nullable String cost, Billing billing) {
        return new ReviewCommand.RecordEffort(
                team, Duration.ofMinutes(minutes), cost == null ? null : new BigDecimal(cost), billing);
    }

    @Test
    @Tag("C-56")
    void the_caller_accepts_or_rejects_and_silence_closes() {
        ProcessDefinition itil = ProcessDefinition.itil();
        Scene accepted = checked(resolved(itil)).then(CLEO, new LifecycleCommand.Confirm());
        assertThat(accepted.incident().phase()).isEqualTo(Phase.CLOSED);

        Scene rejected = resolved(itil).then(CLEO, new LifecycleCommand.Reject("still down"));
        assertThat(rejected.incident().phase()).isEqualTo(Phase.NEW);

        Scene silent = checked(resolved(itil)).after(Duration.ofDays(30)).wakes();
        assertThat(silent.incident().phase()).isEqualTo(Phase.CLOSED);
        assertThat(resolved(itil).refusal(ANN, new LifecycleCommand.Confirm())).containsExactly("ROLE_REQUIRED");
    }

    @Test
    @Tag("C-55")
    @Tag("C-81")
    void the_desk_closes_and_a_specialist_does_not() {
        Scene scene = checked(resolved(ProcessDefinition.itil()));

        assertThat(scene.refusal(Scene.BEN, new LifecycleCommand.Close())).containsExactly("ROLE_REQUIRED");
        assertThat(scene.refusal(ANN, new LifecycleCommand.Close())).isEmpty();
    }
}
