package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.ConditionProof;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.process.Surroundings;
import dev.incidentkit.core.sla.SlaFinding;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.core.sla.SlaVerifier;
import dev.incidentkit.core.sla.ZoneSource;
import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Report;
import dev.incidentkit.rules.internal.yaml.Section;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at a definition as a whole, as far as a file declares it: what it extends was looked at before. */
final class Verification {
    private final Parts parts;
    private final Report report;
    private Map<String, Section> places = Map.of();
    private Places named = new Places();

    Verification(Parts parts) {
        this.parts = parts;
        this.report = parts.scope.report();
    }

    /** Says where targets stand; keys as {@code policy/target}. */
    void places(Map<String, Section> of) {
        this.places = of;
    }

    /** Says where the named parts of procedures stand. */
    void parts(Places of) {
        this.named = of;
    }

    void run(Section root) {
        Lifecycle lifecycle = parts.lifecycle;
        Node own = root.get("lifecycle");
        if (own instanceof Node.Entries && lifecycle != null) {
            lifecycle
                    .verify()
                    .forEach(finding ->
                            report.warning(DefinitionCode.LIFECYCLE, own, root.path("lifecycle"), finding.toString()));
        }
        Node slas = root.get("slas");
        if (slas != null) {
            slas(slas, root.path("slas"));
        }
        Node procedures = root.get(ProceduresReader.PROCEDURES);
        if (procedures != null) {
            procedures(procedures, lifecycle);
        }
    }

    /** Where the lifecycle could not be read, nothing is said of the rules that name its actions. */
    private void procedures(Node node, @Nullable Lifecycle lifecycle) {
        Scope scope = parts.scope;
        Surroundings around = new Surroundings(
                lifecycle == null ? Lifecycle.itil() : lifecycle,
                scope.impacts,
                scope.urgencies,
                scope.severities,
                scope.attributes.keySet());
        for (String finding : parts.procedures.findings(around, proof())) {
            if (lifecycle == null && isAboutLifecycle(finding)) {
                continue;
            }
            Section at = named.of(finding);
            report.error(DefinitionCode.CONTRADICTION, at == null ? node : at.node(), path(at), finding);
        }
        for (String finding : parts.procedures.unproven(around, proof())) {
            Section at = named.of(finding);
            report.warning(DefinitionCode.NOT_PROVABLE, at == null ? node : at.node(), path(at), finding);
        }
    }

    private static String path(@Nullable Section at) {
        return at == null ? ProceduresReader.PROCEDURES : at.path();
    }

    private static boolean isAboutLifecycle(String finding) {
        return finding.startsWith("field rule")
                || finding.startsWith("cascade rule")
                || finding.startsWith("major incidents");
    }

    private ConditionProof proof() {
        Scope scope = parts.scope;
        return ConditionProof.over(
                Map.of(
                        Fact.BuiltIn.PRIORITY, scope.priorities,
                        Fact.BuiltIn.IMPACT, scope.impacts,
                        Fact.BuiltIn.URGENCY, scope.urgencies,
                        Fact.BuiltIn.SEVERITY, scope.severities),
                scope.attributes.values());
    }

    private void slas(Node node, String path) {
        for (SlaFinding finding : SlaVerifier.verify(parts.slas, proof(), parts.scope.priorities)) {
            Section at = places.get(finding.policy() + "/" + finding.target());
            Node place = at == null ? node : at.node();
            String where = at == null ? path : at.path();
            if (finding.kind().isFatal()) {
                report.error(DefinitionCode.CONTRADICTION, place, where, finding.toString());
            } else {
                report.warning(DefinitionCode.SLA, place, where, finding.toString());
            }
        }
        for (SlaPolicy policy : parts.slas) {
            policy.targets().forEach(target -> zones(policy, target, node));
        }
    }

    private void zones(SlaPolicy policy, SlaTarget target, Node node) {
        String attribute = attribute(target.zoneSource());
        List<String> declared = parts.scope.attributes.values().stream()
                .map(AttributeDefinition::name)
                .toList();
        if (attribute != null && !declared.contains(attribute)) {
            Section at = places.get(policy.name() + "/" + target.name());
            report.warning(
                    DefinitionCode.SLA,
                    at == null ? node : at.node(),
                    at == null ? "slas" : at.path(),
                    "zones are those of the attribute '" + attribute
                            + "', which is not declared, so none is ever found");
        }
    }

    private static @Nullable String attribute(ZoneSource source) {
        return switch (source) {
            case CUSTOMER -> "customer";
            case SITE -> "site";
            case POLICY, GROUP -> null;
        };
    }
}
