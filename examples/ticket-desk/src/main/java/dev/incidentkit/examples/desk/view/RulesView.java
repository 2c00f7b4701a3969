package dev.incidentkit.examples.desk.view;

import java.util.List;

/**
 * The definition.
 *
 * @param facts name, hash and what else it says of itself
 * @param steps its transitions
 */
public record RulesView(List<IncidentView.Fact> facts, List<Step> steps) {
    /**
     * A transition.
     *
     * @param action the action
     * @param from from where
     * @param to where it leads
     * @param takes what must be given, and who may
     */
    public record Step(String action, String from, String to, String takes) {}
}
