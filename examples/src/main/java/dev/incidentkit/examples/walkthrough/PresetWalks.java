package dev.incidentkit.examples.walkthrough;

import static dev.incidentkit.examples.walkthrough.WalkStep.does;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Approval;
import dev.incidentkit.core.incident.AssignmentCommand.Acknowledge;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.LifecycleCommand.Close;
import dev.incidentkit.core.incident.LifecycleCommand.Confirm;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Perform;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.ProcessCommand.DecideChange;
import dev.incidentkit.core.incident.ProcessCommand.Engage;
import dev.incidentkit.core.incident.ProcessCommand.FinishTask;
import dev.incidentkit.core.incident.ProcessCommand.OpenPlan;
import dev.incidentkit.core.incident.ProcessCommand.RequestChange;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.ReportBuilder;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.ReviewCommand.OpenReview;
import dev.incidentkit.core.incident.ReviewCommand.SignReview;
import dev.incidentkit.core.incident.ReviewCommand.WriteReview;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.TriageCommand.Categorize;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.AnswerChecklist;
import dev.incidentkit.core.incident.WorkCommand.Communicate;
import dev.incidentkit.core.incident.WorkCommand.Contain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A way through each preset, from the report to the signed review. */
final class PresetWalks {
    /** When each walk begins: a Monday morning. */
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static final Actor ANN = Actor.agent("ann");
    private static final Actor BEN = Actor.human("ben", Role.RESOLVER);
    private static final Actor BOB = Actor.caller("bob");
    private static final Actor MAX = Actor.human("max", Role.INCIDENT_MANAGER);
    private static final Actor SUPPLIER = Actor.external("supplier", Role.SUPPLIER);
    private static final Actor MONITOR = Actor.bot("monitor");

    private PresetWalks() {}

    /**
     * The walk through a preset.
     *
     * @param preset the name of a preset
     * @return its walk; those that differ from {@code itil} by their clocks alone share its walk
     */
    static Walk through(String preset) {
        return switch (preset) {
            case "budibase-7" -> budibase();
            case "freshservice-5" -> freshservice();
            case "tempo-6" -> tempo();
            case "bleuwire-7" -> bleuwire();
            case "deskera-7" -> deskera();
            default -> itil();
        };
    }

    private static ReportBuilder reported(String title) {
        return Report.of(title, Reporter.person("Bob"), Channel.PHONE);
    }

    private static Perform perform(String action) {
        return Perform.of(new Action(action));
    }

    private static Perform perform(String action, String comment) {
        return new Perform(new Action(action), comment, Attributes.none());
    }

    private static Start start(String group) {
        return new Start(new Owner(group, "ann"));
    }

    private static Communicate tell(String audience, String text) {
        return new Communicate(Direction.OUTBOUND, Channel.MAIL, audience, text, Visibility.CUSTOMER);
    }

    private static Communicate reply(String text) {
        return new Communicate(Direction.INBOUND, Channel.MAIL, "desk", text, Visibility.CUSTOMER);
    }

    private static List<WalkStep> checked(String... items) {
        List<WalkStep> steps = new ArrayList<>();
        for (String item : items) {
            steps.add(does(ANN, "answers " + item, new AnswerChecklist(item, true, null)));
        }
        return steps;
    }

    private static WalkStep opensReview() {
        return does(MAX, "opens the review", new OpenReview("max", START.plus(Duration.ofDays(7))));
    }

    /** What a review must say, and its end. */
    private static List<WalkStep> reviewed(ReviewSection... sections) {
        List<WalkStep> steps = new ArrayList<>();
        for (ReviewSection section : sections) {
            String text = "what the review says of " + section;
            steps.add(does(MAX, "writes the " + section + " into the review", new WriteReview(section, text)));
        }
        steps.add(does(MAX, "signs the review off", new SignReview("Certificates are watched from now on")));
        return steps;
    }

    private static Walk itil() {
        List<WalkStep> steps = new ArrayList<>();
        steps.add(does(ANN, "acknowledges", new Acknowledge()));
        steps.add(does(ANN, "starts, for the network group", start("network")));
        steps.add(
                does(ANN, "waits for the caller", new Hold(HoldReason.CALLER, "Does it work from the office?", null)));
        steps.add(does(BOB, "answers", reply("It does, but not from home")));
        steps.add(does(
                ANN, "resolves", Resolve.permanently(new Category("network/vpn"), "FIXED", "Renewed the certificate")));
        steps.add(opensReview());
        steps.addAll(reviewed(ReviewSection.CAUSE));
        steps.addAll(checked("SERVICE_VERIFIED", "TEMPORARY_FIXES_SETTLED", "CONFIGURATION_DATA_UPDATED"));
        steps.add(does(BOB, "confirms", new Confirm()));
        return new Walk(
                "An outage of the VPN",
                reported("Nobody in Bern can connect to the VPN")
                        .impact(Impact.HIGH)
                        .urgency(Urgency.HIGH)
                        .build(),
                BOB,
                steps);
    }

    private static Walk budibase() {
        List<WalkStep> steps = new ArrayList<>();
        steps.add(does(ANN, "starts before anything is settled", start("shop")));
        steps.add(does(ANN, "settles the category", perform("SETTLE_CATEGORY")));
        steps.add(does(ANN, "settles the priority", perform("SETTLE_PRIORITY")));
        steps.add(does(ANN, "starts, for the shop group", start("shop")));
        steps.add(does(ANN, "finds the fault before the change", new FinishTask("find the fault", null)));
        steps.add(does(ANN, "finds what changed", new FinishTask("find what changed", "A release at 08:50")));
        steps.add(does(ANN, "finds the fault", new FinishTask("find the fault", null)));
        steps.add(does(ANN, "begins to restore", perform("BEGIN_RESTORING", "The release broke the payment page")));
        Resolve resolve = Resolve.permanently(new Category("software"), "ROLLBACK", "Took the release back");
        steps.add(does(ANN, "resolves too early", resolve));
        steps.add(does(ANN, "mends it", new FinishTask("mend or replace it", null)));
        steps.add(does(ANN, "resolves", resolve));
        steps.add(does(MAX, "begins to learn without a post-mortem", perform("BEGIN_LEARNING")));
        steps.add(opensReview());
        steps.add(does(MAX, "begins to learn", perform("BEGIN_LEARNING")));
        steps.addAll(reviewed(
                ReviewSection.CAUSE,
                ReviewSection.CONTRIBUTING_FACTOR,
                ReviewSection.ENVIRONMENT,
                ReviewSection.IMPACT));
        steps.addAll(
                checked("SERVICE_VERIFIED", "TEMPORARY_FIXES_SETTLED", "LEARNINGS_DOCUMENTED", "POST_MORTEM_HELD"));
        steps.add(does(ANN, "closes", new Close()));
        return new Walk(
                "Payments fail after a release",
                Report.of("Payments fail", Reporter.source("monitor"), Channel.MONITORING)
                        .impact(Impact.HIGH)
                        .urgency(Urgency.HIGH)
                        .severity(Severity.SEV1)
                        .build(),
                MONITOR,
                steps);
    }

    private static Walk freshservice() {
        List<WalkStep> steps = new ArrayList<>();
        steps.add(does(ANN, "prioritizes without a category", perform("PRIORITIZE")));
        steps.add(does(ANN, "categorizes", new Categorize(new Category("mail/inbound"))));
        steps.add(does(ANN, "prioritizes", perform("PRIORITIZE")));
        steps.add(does(ANN, "starts, for the mail group", start("mail")));
        steps.add(does(ANN, "tells the affected users", tell("affected users", "Mail is late; we look into it")));
        steps.add(does(
                ANN, "resolves", Resolve.permanently(new Category("mail/inbound"), "RESTART", "Restarted the queue")));
        steps.add(does(ANN, "closes at once", new Close()));
        steps.add(does(ANN, "tells the affected users of the end", tell("affected users", "Mail arrives again")));
        steps.add(does(MAX, "begins the review", perform("BEGIN_REVIEW")));
        steps.add(opensReview());
        steps.addAll(
                reviewed(ReviewSection.CAUSE, ReviewSection.IMPACT, ReviewSection.WENT_WELL, ReviewSection.WENT_WRONG));
        steps.addAll(checked("SERVICE_VERIFIED", "STAKEHOLDERS_INFORMED"));
        steps.add(does(ANN, "closes", new Close()));
        return new Walk(
                "Mail arrives late",
                reported("Mail from outside arrives an hour late")
                        .impact(Impact.HIGH)
                        .urgency(Urgency.MEDIUM)
                        .build(),
                BOB,
                steps);
    }

    private static Walk tempo() {
        List<WalkStep> steps = new ArrayList<>();
        steps.add(does(ANN, "starts, for the desk", start("desk")));
        steps.add(does(ANN, "hands it up", perform("HAND_UP", "The desk has no access to the cluster")));
        steps.add(does(BEN, "joins", new Engage(Role.RESOLVER, "ben")));
        steps.add(does(BEN, "calls a colleague in", new Engage(Role.RESOLVER, "eve")));
        steps.add(does(ANN, "tells the staff", tell("staff", "The intranet is down; a node is lost")));
        steps.add(does(BEN, "investigates", perform("INVESTIGATE")));
        steps.add(does(ANN, "tells the customers", tell("customers", "Parts of our pages are down")));
        steps.add(does(
                MAX,
                "opens the response plan",
                new OpenPlan(PlanKind.RESPONSE, "incident response", "A node of the cluster is lost")));
        steps.add(does(MAX, "tells everybody", new FinishTask("tell everybody involved of the plan", null)));
        steps.add(does(BEN, "restores the service", new FinishTask("restore the service", null)));
        steps.add(does(BEN, "resolves", Resolve.permanently(new Category("cluster"), "FAILOVER", "Moved to node 2")));
        steps.add(does(BEN, "hands it back to the desk", perform("HAND_BACK")));
        steps.add(does(BEN, "closes it himself", new Close()));
        steps.add(opensReview());
        steps.addAll(reviewed(ReviewSection.CAUSE, ReviewSection.WENT_WELL, ReviewSection.WENT_WRONG));
        steps.addAll(checked(
                "REPORTER_SATISFIED",
                "SERVICE_VERIFIED",
                "TEMPORARY_FIXES_SETTLED",
                "DOCUMENTED",
                "PLAN_COMMUNICATED"));
        steps.add(does(ANN, "closes", new Close()));
        return new Walk(
                "A node of the cluster is lost",
                reported("The intranet is down")
                        .category(new Category("cluster"))
                        .impact(Impact.HIGH)
                        .urgency(Urgency.MEDIUM)
                        .build(),
                BOB,
                steps);
    }

    private static Walk bleuwire() {
        List<WalkStep> steps = new ArrayList<>();
        steps.add(does(ANN, "starts before the report is verified", start("network")));
        steps.add(does(ANN, "accepts the report", perform("ACCEPT")));
        steps.add(does(ANN, "categorizes", new Categorize(new Category("network"))));
        steps.add(does(ANN, "classifies", perform("CLASSIFY")));
        steps.add(does(ANN, "starts, for the network group", start("network")));
        steps.add(does(ANN, "measures", new FinishTask("measure", "Packets are lost at the provider's end")));
        steps.add(does(ANN, "waits for the provider", Hold.on(HoldReason.VENDOR)));
        steps.add(does(SUPPLIER, "answers", reply("The line card is replaced")));
        steps.add(does(ANN, "resolves", Resolve.permanently(new Category("network"), "REPLACED", "A new line card")));
        steps.add(does(BOB, "confirms before the desk has checked", new Confirm()));
        steps.addAll(
                checked("SERVICE_VERIFIED", "TEMPORARY_FIXES_SETTLED", "CONFIGURATION_DATA_UPDATED", "USER_INFORMED"));
        steps.add(does(ANN, "closes", new Close()));
        steps.add(opensReview());
        steps.addAll(reviewed(ReviewSection.CAUSE, ReviewSection.WENT_WRONG));
        return new Walk(
                "The network is slow",
                reported("The network is slow in the branch office")
                        .impact(Impact.MEDIUM)
                        .urgency(Urgency.MEDIUM)
                        .build(),
                BOB,
                steps);
    }

    private static Walk deskera() {
        List<WalkStep> steps = new ArrayList<>();
        steps.add(does(MAX, "tells the leadership", tell("leadership", "Somebody may have entered a server")));
        steps.add(does(ANN, "logs it", perform("LOG")));
        steps.add(does(ANN, "prioritizes it", perform("PRIORITIZE")));
        steps.add(does(ANN, "starts, for the security group", start("security")));
        steps.add(does(ANN, "investigates while it still spreads", perform("INVESTIGATE")));
        steps.add(does(ANN, "contains it", new Contain(null, "Locked the account, cut the server off")));
        steps.add(does(MAX, "tells the stakeholders", tell("stakeholders", "A server is cut off; we look into it")));
        steps.add(does(ANN, "investigates", perform("INVESTIGATE")));
        steps.add(does(ANN, "isolates", new FinishTask("isolate what was entered", null)));
        steps.add(does(ANN, "preserves logs", new FinishTask("preserve logs", null)));
        steps.add(
                does(MAX, "tells the regulator", tell("regulator", "Somebody entered a server with customers' data")));
        steps.add(does(ANN, "asks for a change", new RequestChange("CHG-7", "emergency")));
        steps.add(does(MAX, "tells the stakeholders more", tell("stakeholders", "The way in is known")));
        steps.add(does(ANN, "approves it herself", new DecideChange("CHG-7", Approval.APPROVED, null)));
        steps.add(does(MAX, "approves the change", new DecideChange("CHG-7", Approval.APPROVED, null)));
        steps.add(does(ANN, "closes the way in", new FinishTask("close the way in", null)));
        steps.add(does(
                ANN, "resolves", Resolve.permanently(new Category("security-breach"), "PATCH", "Patched the server")));
        steps.add(does(MAX, "tells the stakeholders of the end", tell("stakeholders", "The server is back")));
        steps.add(does(ANN, "ends the watch too early", perform("END_WATCH")));
        steps.add(does(ANN, "ends the watch", perform("END_WATCH")).after(Duration.ofHours(4)));
        steps.add(opensReview());
        steps.addAll(reviewed(
                ReviewSection.CAUSE,
                ReviewSection.CONTRIBUTING_FACTOR,
                ReviewSection.IMPACT,
                ReviewSection.WENT_WELL,
                ReviewSection.WENT_WRONG));
        steps.addAll(checked(
                "SERVICE_VERIFIED",
                "NO_RESIDUAL_ISSUES",
                "TEMPORARY_FIXES_SETTLED",
                "STAKEHOLDERS_INFORMED",
                "EVIDENCE_PRESERVED"));
        steps.add(does(ANN, "closes", new Close()));
        return new Walk(
                "Somebody entered a server",
                reported("Strange logins on a server")
                        .category(new Category("security-breach"))
                        .detectedAt(START.minus(Duration.ofMinutes(20)))
                        .impact(Impact.HIGH)
                        .urgency(Urgency.HIGH)
                        .build(),
                BOB,
                steps);
    }
}
