package dev.incidentkit.testkit;

import dev.incidentkit.core.incident.Approval;
import dev.incidentkit.core.incident.Billing;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.MajorState;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationCommand;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.ReviewActionKind;
import dev.incidentkit.core.incident.ReviewActionState;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.WorkCommand;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words for what is done around an incident: relations, plans, people, changes, majors, reviews, the record itself. */
final class ProcessWords {
    private static final String REASON = "reason";
    private static final String TEXT = "text";

    private ProcessWords() {}

    static void addTo(Map<String, Function<CommandWords, IncidentCommand>> verbs) {
        relations(verbs);
        plans(verbs);
        people(verbs);
        changes(verbs);
        reviews(verbs);
        followUps(verbs);
        records(verbs);
    }

    private static String said(CommandWords words, String part) {
        return words.find(part).orElse("As it is written");
    }

    private static void relations(Map<String, Function<CommandWords, IncidentCommand>> verbs) {
        verbs.put("link", words -> new WorkCommand.Link(relation(words)));
        verbs.put("unlink", words -> new WorkCommand.Unlink(relation(words)));
        verbs.put(
                "merge", words -> new RelationCommand.HandOver(new IncidentId(words.need("into")), said(words, TEXT)));
    }

    private static Relation relation(CommandWords words) {
        return new Relation(RelationKind.valueOf(words.need("kind")), words.need("to"));
    }

    private static void plans(Map<String, Function<CommandWords, IncidentCommand>> verbs) {
        verbs.put(
                "open-plan",
                words -> new ProcessCommand.OpenPlan(
                        words.find("kind", PlanKind::valueOf).orElse(PlanKind.RESPONSE),
                        words.need("plan"),
                        said(words, REASON)));
        verbs.put("start-task", words -> new ProcessCommand.StartTask(words.need("task")));
        verbs.put(
                "finish-task",
                words -> new ProcessCommand.FinishTask(
                        words.need("task"), words.find("comment").orElse(null)));
        verbs.put("skip-task", words -> new ProcessCommand.SkipTask(words.need("task"), said(words, REASON)));
    }

    private static void people(Map<String, Function<CommandWords, IncidentCommand>> verbs) {
        verbs.put("engage", words -> new ProcessCommand.Engage(role(words), words.need("person")));
        verbs.put("release", words -> new ProcessCommand.Release(role(words), words.need("person")));
        verbs.put(
                "major",
                words -> new ProcessCommand.DecideMajor(MajorState.valueOf(words.need("state")), said(words, REASON)));
        verbs.put(
                "reclassify",
                words -> new TriageCommand.Reclassify(RecordType.valueOf(words.need("type")), said(words, REASON)));
    }

    private static Role role(CommandWords words) {
        return words.find("role", Role::new).orElse(Role.RESOLVER);
    }

    private static void changes(Map<String, Function<CommandWords, IncidentCommand>> verbs) {
        verbs.put("workaround", words -> new ProcessCommand.ApplyWorkaround(words.need("name"), said(words, TEXT)));
        verbs.put(
                "remove-workaround",
                words -> new ProcessCommand.RemoveWorkaround(words.need("name"), said(words, TEXT)));
        verbs.put(
                "request-change",
                words -> new ProcessCommand.RequestChange(words.need("change"), words.need("policy")));
        verbs.put(
                "decide-change",
                words -> new ProcessCommand.DecideChange(
                        words.need("change"),
                        Approval.valueOf(words.need("as")),
                        words.find("comment").orElse(null)));
    }

    private static void reviews(Map<String, Function<CommandWords, IncidentCommand>> verbs) {
        verbs.put(
                "open-review",
                words -> new ReviewCommand.OpenReview(words.need("owner"), Instant.parse(words.need("due"))));
        verbs.put(
                "write-review",
                words ->
                        new ReviewCommand.WriteReview(ReviewSection.valueOf(words.need("section")), said(words, TEXT)));
        verbs.put("sign-review", words -> new ReviewCommand.SignReview(said(words, TEXT)));
        verbs.put(
                "share-review",
                words -> new ReviewCommand.ShareReview(
                        words.find("with", ProcessWords::roles).orElse(Set.of())));
    }

    private static void followUps(Map<String, Function<CommandWords, IncidentCommand>> verbs) {
        verbs.put(
                "plan-action",
                words -> new ReviewCommand.PlanReviewAction(
                        words.need("name"),
                        words.find("kind", ReviewActionKind::valueOf).orElse(ReviewActionKind.PREVENT),
                        words.need("owner"),
                        Instant.parse(words.need("due")),
                        said(words, TEXT)));
        verbs.put(
                "end-action",
                words -> new ReviewCommand.EndReviewAction(
                        words.need("name"), ReviewActionState.valueOf(words.need("as")), said(words, "comment")));
        verbs.put(
                "survey",
                words -> new ReviewCommand.Survey(
                        Integer.parseInt(words.need("score")),
                        words.find("comment").orElse(null)));
        verbs.put(
                "effort",
                words -> new ReviewCommand.RecordEffort(
                        words.need("team"),
                        Duration.parse(words.need("time")),
                        words.find("cost", BigDecimal::new).orElse(null),
                        words.find("billing", Billing::valueOf).orElse(Billing.BILLABLE)));
    }

    private static Set<Role> roles(String list) {
        return CommandReader.names(list).stream().map(Role::new).collect(Collectors.toSet());
    }

    private static void records(Map<String, Function<CommandWords, IncidentCommand>> verbs) {
        verbs.put("preserve", words -> new RecordCommand.Preserve(true, said(words, REASON)));
        verbs.put("lift-hold", words -> new RecordCommand.Preserve(false, said(words, REASON)));
        verbs.put(
                "redact",
                words -> new RecordCommand.Redact(
                        words.find("scope", CommandReader::names).orElse(Set.of()), said(words, REASON)));
        verbs.put("archive", words -> new RecordCommand.Archive(words.need("to")));
    }
}
