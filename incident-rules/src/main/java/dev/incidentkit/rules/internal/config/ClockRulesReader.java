package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.sla.AttachedBreach;
import dev.incidentkit.core.sla.ClockRules;
import dev.incidentkit.core.sla.ClockRulesBuilder;
import dev.incidentkit.core.sla.DetachRule;
import dev.incidentkit.core.sla.EarlierBreach;
import dev.incidentkit.core.sla.NoticeTime;
import dev.incidentkit.core.sla.Recurrence;
import dev.incidentkit.core.sla.ReopenRule;
import dev.incidentkit.core.sla.ResolutionEnd;
import dev.incidentkit.core.sla.RetargetRule;
import dev.incidentkit.core.sla.StartBasis;
import dev.incidentkit.core.sla.TransferRule;
import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import org.jspecify.annotations.Nullable;

/** Reads the conventions of a clock, each by its name. */
final class ClockRulesReader {
    private final Values values;

    ClockRulesReader(Values values) {
        this.values = values;
    }

    ClockRules rules(Section target, @Nullable ClockRules otherwise) {
        ClockRules base = otherwise == null ? ClockRules.of().build() : otherwise;
        Section section = target.section("rules");
        if (section == null) {
            return base;
        }
        Node both = section.get("retarget");
        RetargetRule retarget =
                both == null ? null : values.constant(both, section.path("retarget"), RetargetRule.class);
        if (both != null && (section.has("upgrade") || section.has("downgrade"))) {
            String message = "'retarget' stands for both 'upgrade' and 'downgrade', and not beside them";
            values.report().error(DefinitionCode.KEY_UNKNOWN, both, section.path("retarget"), message);
        }
        ClockRules read = new ClockRulesBuilder()
                .start(section.constant("start", StartBasis.class, base.start()))
                .upgrade(section.constant("upgrade", RetargetRule.class, retarget == null ? base.upgrade() : retarget))
                .downgrade(section.constant(
                        "downgrade", RetargetRule.class, retarget == null ? base.downgrade() : retarget))
                .earlierBreach(section.constant("earlierBreach", EarlierBreach.class, base.earlierBreach()))
                .reopen(section.constant("reopen", ReopenRule.class, base.reopen()))
                .transfer(section.constant("transfer", TransferRule.class, base.transfer()))
                .attachedBreach(section.constant("attachedBreach", AttachedBreach.class, base.attachedBreach()))
                .notices(section.constant("notices", NoticeTime.class, base.notices()))
                .detach(section.constant("detach", DetachRule.class, base.detach()))
                .end(section.constant("end", ResolutionEnd.class, base.end()))
                .recurrence(section.constant("recurrence", Recurrence.class, base.recurrence()))
                .build();
        section.close();
        return read;
    }
}
