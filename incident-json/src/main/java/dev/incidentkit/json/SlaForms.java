package dev.incidentkit.json;

import dev.incidentkit.core.incident.ClockId;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.Notice;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.incident.Withdrawal;
import java.time.Duration;
import java.util.List;

/** The forms of events about clocks. */
final class SlaForms {
    private static final Form<SlaEvent.AtRisk> AT_RISK = Form.of(
            "sla-at-risk",
            SlaEvent.AtRisk.class,
            (out, event) -> clock(out, event)
                    .text("threshold", event.threshold())
                    .instant("dueAt", event.dueAt())
                    .name("notice", event.notice()),
            (meta, in) -> new SlaEvent.AtRisk(
                    meta, clock(in), in.text("threshold"), in.instant("dueAt"), in.name("notice", Notice.class)));
    private static final Form<SlaEvent.Breached> BREACHED = Form.of(
            "sla-breached",
            SlaEvent.Breached.class,
            (out, event) -> clock(out, event).instant("dueAt", event.dueAt()).name("notice", event.notice()),
            (meta, in) -> new SlaEvent.Breached(meta, clock(in), in.instant("dueAt"), in.name("notice", Notice.class)));
    private static final Form<SlaEvent.Overran> OVERRAN = Form.of(
            "sla-overran",
            SlaEvent.Overran.class,
            (out, event) ->
                    clock(out, event).text("threshold", event.threshold()).name("notice", event.notice()),
            (meta, in) -> new SlaEvent.Overran(meta, clock(in), in.text("threshold"), in.name("notice", Notice.class)));
    private static final Form<SlaEvent.BreachWithdrawn> WITHDRAWN = Form.of(
            "sla-breach-withdrawn",
            SlaEvent.BreachWithdrawn.class,
            (out, event) -> clock(out, event).name("reason", event.reason()),
            (meta, in) -> new SlaEvent.BreachWithdrawn(meta, clock(in), in.name("reason", Withdrawal.class)));
    private static final Form<SlaEvent.Missed> MISSED =
            Form.of("sla-missed", SlaEvent.Missed.class, SlaForms::missed, SlaForms::missed);
    private static final Form<SlaEvent.NoticeGiven> NOTICE_GIVEN = Form.of(
            "sla-notice-given",
            SlaEvent.NoticeGiven.class,
            (out, event) -> clock(out, event).text("threshold", event.threshold()),
            (meta, in) -> new SlaEvent.NoticeGiven(meta, clock(in), in.text("threshold")));

    private SlaForms() {}

    static List<Form<?>> all() {
        return List.of(AT_RISK, BREACHED, OVERRAN, WITHDRAWN, MISSED, NOTICE_GIVEN);
    }

    private static Out clock(Out out, SlaEvent event) {
        return out.text("policy", event.clock().policy())
                .text("target", event.clock().target())
                .number("cycle", event.clock().cycle());
    }

    private static ClockId clock(In in) {
        return new ClockId(in.text("policy"), in.text("target"), in.smallNumber("cycle"));
    }

    private static void missed(Out out, SlaEvent.Missed event) {
        clock(out, event)
                .text("overrun", event.overrun())
                .decimal("cost", event.cost())
                .text("currency", event.currency());
    }

    private static SlaEvent.Missed missed(EventMeta meta, In in) {
        return new SlaEvent.Missed(
                meta,
                clock(in),
                in.of("overrun", Duration::parse),
                in.decimalOrNull("cost"),
                in.textOrNull("currency"));
    }
}
