package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.CustomLevel;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.internal.CanonicalForm;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.sla.SlaPolicy;
import java.util.List;

/** The hash of a definition's content. The order of what goes into it must never change: incidents are pinned to it. */
final class DefinitionHash {
    private DefinitionHash() {}

    /**
     * Hashes a definition, which may still be under construction.
     *
     * @param definition all of it is set but its hash and what decides by it
     * @return 64 hexadecimal digits
     */
    static String of(ProcessDefinition definition) {
        CanonicalForm form = new CanonicalForm("definition/3")
                .put("name", definition.name())
                .put("lifecycle", definition.lifecycle().hash());
        scale(form, "impacts", definition.impacts());
        scale(form, "urgencies", definition.urgencies());
        scale(form, "severities", definition.severities());
        scale(form, "priorities", definition.priorities());
        form.list(
                "attributes",
                definition.attributes().values().stream()
                        .map(DefinitionHash::attribute)
                        .toList());
        rules(form, definition);
        if (!definition.slaSelection().policies().isEmpty()) { // as if it were not known, where there is none
            form.put("slaSelection", definition.slaSelection().version())
                    .set("selected", definition.slaSelection().policies());
        }
        if (!definition.procedures().equals(Procedures.NONE)) {
            form.put("procedures", definition.procedures().hash());
        }
        return form.hash();
    }

    private static void scale(CanonicalForm form, String name, Scale<?> scale) {
        form.put(name, scale.name()).list("levels", scale.levels());
    }

    private static CanonicalForm attribute(AttributeDefinition attribute) {
        Scale<CustomLevel> scale = attribute.scale();
        return new CanonicalForm("attribute/2")
                .put("name", attribute.name())
                .put("type", attribute.type())
                .set("traits", attribute.traits())
                .list("scaleName", scale == null ? List.of() : List.of(scale.name()))
                .list("scale", scale == null ? List.of() : scale.levels());
    }

    private static void rules(CanonicalForm form, ProcessDefinition definition) {
        form.put("triage", definition.triage().version())
                .put("routing", definition.routing().version())
                .put("closure", definition.closure().version())
                .put(
                        "reopenWindow",
                        definition.reopenWindow().map(Object::toString).orElse("none"))
                .list("slas", definition.slas().stream().map(SlaPolicy::hash).toList())
                .put("escalation", definition.escalation().version())
                .put("change", definition.change())
                .list(
                        "followUps",
                        definition.followUps().stream()
                                .map(FollowUpRule::version)
                                .toList())
                .set(
                        "predecessors",
                        definition.predecessors().stream()
                                .map(ProcessDefinition::hash)
                                .toList());
    }
}
