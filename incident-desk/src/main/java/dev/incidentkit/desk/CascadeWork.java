package dev.incidentkit.desk;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Cascade;
import dev.incidentkit.core.incident.CascadeOutcome;
import dev.incidentkit.core.incident.CascadeResult;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationCommand;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.core.process.Cascades;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries out what a step of a parent asks of its children. Each child gets an ordinary command under a key that is made of
 * the parent's record, in the name of whoever took the parent's step: so it is done once, however often it is begun, and
 * meets the guards that this person would meet. What became of the children is then written to the parent.
 */
final class CascadeWork {
    private final DeskWriter writer;

    CascadeWork(DeskWriter writer) {
        this.writer = writer;
    }

    void run(Incident parent, ProcessDefinition definition) {
        Cascades table = new Cascades(definition.procedures());
        for (Cascade cascade : parent.handling().cascades()) {
            List<CascadeResult> results = new ArrayList<>();
            for (IncidentId child : cascade.children()) {
                results.add(result(new Step(parent, cascade, child), table));
            }
            writer.written(DeskWriter.Order.of(
                    parent.id(), new RelationCommand.EndCascade(cascade.asked(), results), Actor.SYSTEM, null));
        }
    }

    /** What one child is to do. */
    private record Step(Incident parent, Cascade cascade, IncidentId child) {
        CommandKey key() {
            return new CommandKey("cascade/" + parent.id().value() + "/" + cascade.asked() + "/" + child.value());
        }

        Actor actor() {
            return parent.history().get(cascade.asked() - 1).meta().actor();
        }

        CascadeResult became(CascadeOutcome outcome, List<Unmet> lacking) {
            return new CascadeResult(child, outcome, lacking);
        }
    }

    private CascadeResult result(Step step, Cascades table) {
        boolean isBegun = writer.log().receipt(step.key().value(), writer.now()).isPresent();
        Loaded loaded = writer.relative(step.child()).orElse(null);
        Relation toParent = new Relation(RelationKind.PARENT, step.parent().id().value());
        if (loaded == null || (!isBegun && !loaded.incident().relations().contains(toParent))) {
            return step.became(CascadeOutcome.GONE, List.of());
        }
        if (!isBegun && !isReached(step, table, loaded.incident())) {
            return step.became(CascadeOutcome.LEFT_OUT, List.of());
        }
        try {
            IncidentCommand command =
                    table.command(step.parent(), step.cascade().asked());
            Receipt receipt = writer.write(DeskWriter.Order.of(step.child(), command, step.actor(), step.key()));
            return step.became(receipt.events() > 0 ? CascadeOutcome.DONE : CascadeOutcome.NOTHING_TO_DO, List.of());
        } catch (IncidentRejectedException e) {
            return step.became(CascadeOutcome.REFUSED, e.unmet());
        }
    }

    private static boolean isReached(Step step, Cascades table, Incident child) {
        return !child.handling().isMajor()
                && table.rule(step.cascade().rule())
                        .map(CascadeRule::children)
                        .filter(condition -> condition.holds(child.facts()))
                        .isPresent();
    }
}
