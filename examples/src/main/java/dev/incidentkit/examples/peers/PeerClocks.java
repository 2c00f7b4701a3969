package dev.incidentkit.examples.peers;

import dev.incidentkit.core.calendar.BusinessCalendar;
import dev.incidentkit.core.calendar.Window;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand.Acknowledge;
import dev.incidentkit.core.incident.AssignmentCommand.Assign;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.LifecycleCommand.Hold;
import dev.incidentkit.core.incident.LifecycleCommand.Reopen;
import dev.incidentkit.core.incident.LifecycleCommand.Resolve;
import dev.incidentkit.core.incident.LifecycleCommand.Resume;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.TriageCommand.Triage;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaPresets;
import dev.incidentkit.core.sla.SlaStanding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What becomes of time. */
final class PeerClocks {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant AS_OF = Instant.parse("2026-03-09T00:00:00Z");
    private static final Owner NETWORK = Owner.group("network");
    private static final Resolve FIXED =
            Resolve.permanently(new Category("network/vpn"), "FIXED", "Renewed the certificate");

    private PeerClocks() {}

    /** Open all day, every day, over the night when clocks go forward, and the one when they go back. */
    static Comparison clockChange() {
        BusinessCalendar always = BusinessCalendar.builder("always, in Paris", PARIS)
                .everyDay(Window.ALL_DAY)
                .build();
        List<String> there = new ArrayList<>();
        List<String> here = new ArrayList<>();
        for (String[] span : new String[][] {
            {"2025-03-29T22:30:00Z", "2025-03-31T10:00:00Z"}, {"2025-10-25T22:15:00Z", "2025-10-27T11:00:00Z"}
        }) {
            Instant from = Instant.parse(span[0]);
            Instant to = Instant.parse(span[1]);
            there.add(from + " to " + to + ": " + steppedByDays(from, to));
            here.add(from + " to " + to + ": " + always.between(from, to));
        }
        return new Comparison(
                "clock-change",
                "open time over a change of the clocks, by a calendar that walks days in steps of 86,400 seconds, as"
                        + " GLPI's does",
                there,
                here);
    }

    /** Open time of each day that is met when 86,400 seconds are added at a time, by the clock on the wall. */
    static Duration steppedByDays(Instant from, Instant to) {
        Duration open = Duration.ZERO;
        for (Instant day = from;
                !day.atZone(PARIS).toLocalDate().isAfter(to.atZone(PARIS).toLocalDate());
                day = day.plusSeconds(86_400)) {
            boolean first = day.equals(from);
            boolean last =
                    day.atZone(PARIS).toLocalDate().equals(to.atZone(PARIS).toLocalDate());
            long begin = first ? from.atZone(PARIS).toLocalTime().toSecondOfDay() : 0;
            long end = last ? to.atZone(PARIS).toLocalTime().toSecondOfDay() : 86_400;
            open = open.plusSeconds(end - begin);
        }
        return open;
    }

    /** The target is missed, then the ticket goes to another team. */
    static Comparison breachInStatus() {
        Lifecycle itop = PeerLifecycles.itop();
        Status escalated = new Status("escalated_ttr", Phase.ACTIVE);
        String after = itop.transition(escalated, new Action("ev_reassign"))
                .map(step -> step.targets(escalated).toString())
                .orElse("refused");
        Incident incident = MadeHistory.reported("T-1", "2026-03-02T09:00:00Z", Impact.HIGH, Urgency.HIGH)
                .then("2026-03-02T09:05:00Z", new Start(NETWORK))
                .then("2026-03-02T14:00:00Z", new Assign(Owner.group("database")))
                .incident();
        SlaStanding standing = standing(SlaPresets.itil(), incident, Instant.parse("2026-03-02T14:30:00Z"));
        return new Comparison(
                "breach-in-status",
                "iTop keeps a missed target as a status; the ticket is handed to another team",
                List.of(escalated + " -> ev_reassign -> " + after + ": nothing tells of the miss any more"),
                List.of("status " + incident.status() + ", " + standing.clock() + " breached at "
                        + standing.breachedAt()));
    }

    private static SlaStanding standing(SlaPolicy policy, Incident incident, Instant at) {
        return SlaClock.of(policy)
                .standing(incident.history(), at, policy.name(), Measure.RESOLUTION)
                .orElseThrow();
    }

    /** It waits for the caller for five hours, then becomes more urgent. */
    private static Incident raised() {
        return MadeHistory.reported("raised", "2026-03-02T09:00:00Z", Impact.MEDIUM, Urgency.MEDIUM)
                .then("2026-03-02T09:10:00Z", new Start(NETWORK))
                .then("2026-03-02T10:00:00Z", new Hold(HoldReason.CALLER, "Which office?", null))
                .then("2026-03-02T15:00:00Z", Resume.BY_HAND)
                .then("2026-03-02T15:30:00Z", Triage.of(Impact.HIGH, Urgency.MEDIUM))
                .then("2026-03-02T21:00:00Z", FIXED)
                .incident();
    }

    static Comparison pauseLost() {
        Instant at = Instant.parse("2026-03-02T16:00:00Z");
        return new Comparison(
                "pause-lost",
                "it waited for the caller from 10:00 to 15:00 and became P2, 8 hours, at 15:30 (GLPI issue 6902)",
                List.of("counted from the opening, as if it had never waited: due "
                        + standing(SlaPresets.glpiLike(ZoneOffset.UTC), raised(), at)
                                .dueAt()),
                List.of("what counted stays counted, what waited stays out: due "
                        + standing(SlaPresets.itil(), raised(), at).dueAt()));
    }

    private static List<Incident> week() {
        return List.of(
                raised(),
                MadeHistory.reported("reopened", "2026-03-02T09:00:00Z", Impact.HIGH, Urgency.MEDIUM)
                        .then("2026-03-02T09:05:00Z", new Start(NETWORK))
                        .then("2026-03-02T15:00:00Z", FIXED)
                        .then("2026-03-03T09:00:00Z", new Reopen("It is back"))
                        .then("2026-03-03T12:00:00Z", FIXED)
                        .incident(),
                MadeHistory.reported("vendor", "2026-03-02T09:00:00Z", Impact.HIGH, Urgency.MEDIUM)
                        .then("2026-03-02T09:05:00Z", new Start(NETWORK))
                        .then("2026-03-02T10:00:00Z", Hold.on(HoldReason.VENDOR))
                        .then("2026-03-02T20:00:00Z", Resume.BY_HAND)
                        .then("2026-03-02T21:00:00Z", FIXED)
                        .incident(),
                MadeHistory.reported("robot", "2026-03-02T09:00:00Z", Impact.HIGH, Urgency.HIGH)
                        .then("2026-03-02T09:05:00Z", new Acknowledge(), Actor.bot("monitor", Role.SERVICE_DESK))
                        .then("2026-03-02T09:40:00Z", new Start(NETWORK))
                        .then("2026-03-02T11:00:00Z", FIXED)
                        .incident(),
                MadeHistory.reported("nights", "2026-03-02T09:00:00Z", Impact.MEDIUM, Urgency.LOW)
                        .then("2026-03-02T10:00:00Z", new Start(NETWORK))
                        .then("2026-03-05T12:00:00Z", FIXED)
                        .incident());
    }

    /** One history under the conventions of four systems. */
    static Comparison fourLists() {
        List<SlaPolicy> policies = List.of(
                SlaPresets.servicenowLike(ZoneOffset.UTC),
                SlaPresets.itopLike(),
                SlaPresets.glpiLike(ZoneOffset.UTC),
                SlaPresets.otrsLike(ZoneOffset.UTC),
                SlaPresets.itil());
        return new Comparison(
                "four-lists",
                "the same five incidents and the same durations under the conventions of four systems, and ours",
                List.of("each system has one convention, built in; another cannot be tried"),
                policies.stream()
                        .map(policy -> policy.name() + " misses " + missed(policy))
                        .toList());
    }

    private static String missed(SlaPolicy policy) {
        SlaClock clock = SlaClock.of(policy);
        List<String> missed = week().stream()
                .flatMap(incident -> clock.standings(incident.history(), AS_OF).stream()
                        .filter(standing -> standing.breached() && isPromise(standing))
                        .map(standing -> standing.clock().target() + " of " + incident.id()))
                .distinct()
                .collect(Collectors.toList());
        return missed.isEmpty() ? "nothing" : String.join(", ", missed);
    }

    private static boolean isPromise(SlaStanding standing) {
        return standing.clock().target().equals("RESPONSE")
                || standing.clock().target().equals("RESOLUTION");
    }
}
