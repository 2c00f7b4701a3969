package dev.incidentkit.testkit.assertion;

import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaExplanation;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.metrics.Dimension;
import dev.incidentkit.metrics.Figure;
import dev.incidentkit.metrics.GroupKey;
import dev.incidentkit.metrics.Grouping;
import dev.incidentkit.metrics.Metric;
import dev.incidentkit.testkit.Moment;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a moment of a scenario. */
public final class MomentAssert extends AbstractAssert<MomentAssert, Moment> {
    MomentAssert(Moment actual) {
        super(actual, MomentAssert.class);
    }

    /**
     * Looks at the incident.
     *
     * @return assertions on it
     */
    public IncidentAssert incident() {
        isNotNull();
        return new IncidentAssert(actual.incident(), actual.definition());
    }

    /**
     * Looks at the latest cycle of a clock.
     *
     * @param policy the name of the policy
     * @param measure which of its targets
     * @return assertions on it; fails if the definition has no such clock
     */
    public ClockAssert clock(String policy, Measure measure) {
        isNotNull();
        Optional<SlaExplanation> explanation = actual.explain(policy, measure);
        if (explanation.isEmpty()) {
            List<String> known = actual.definition().slas().stream()
                    .flatMap(sla -> sla.targets().stream().map(target -> sla.name() + "/" + target.name()))
                    .toList();
            failWithMessage(
                    "%s",
                    Told.message(
                            "definition '" + actual.definition().name() + "' to have the clock " + policy + "/"
                                    + measure,
                            "it has " + known,
                            "",
                            ""));
        }
        return new ClockAssert(explanation.orElseThrow(), policy + "/" + measure, actual);
    }

    /**
     * Looks at a clock of a definition that has one policy.
     *
     * @param measure which of its targets
     * @return assertions on it; fails if there are more policies, or none
     */
    public ClockAssert clock(Measure measure) {
        isNotNull();
        List<String> names =
                actual.definition().slas().stream().map(SlaPolicy::name).toList();
        if (names.size() != 1) {
            failWithMessage(
                    "%s",
                    Told.message("one policy, so that " + measure + " names a clock", "there are " + names, "", ""));
        }
        return clock(names.get(0), measure);
    }

    /**
     * Looks at what a metric says about all incidents of the scenario.
     *
     * @param metric the metric, not one that is measured in parts
     * @return assertions on it
     */
    public FigureAssert metric(Metric metric) {
        return metric(metric, "");
    }

    /**
     * Looks at a part of what a metric says about all incidents of the scenario.
     *
     * @param metric the metric
     * @param part the part, for example the name of a team; empty for the whole
     * @return assertions on it; fails if it has no such part
     */
    public FigureAssert metric(Metric metric, String part) {
        isNotNull();
        List<Figure> figures = actual.figures(metric);
        Optional<Figure> found =
                figures.stream().filter(one -> one.part().equals(part)).findFirst();
        if (found.isEmpty()) {
            failWithMessage(
                    "%s",
                    Told.message(
                            "the metric " + metric.name() + " to have the part '" + part + "'",
                            "it has " + figures.stream().map(Figure::part).toList(),
                            "it is " + metric.formula(),
                            ""));
        }
        return new FigureAssert(found.orElseThrow());
    }

    /**
     * Looks at what a metric says about some incidents of the scenario.
     *
     * @param metric the metric, not one that is measured in parts
     * @param dimension by what incidents are told apart, for example {@link Dimension#TEAM}
     * @param value which of them
     * @return assertions on it; fails if there are no such incidents
     */
    public FigureAssert metric(Metric metric, Dimension dimension, String value) {
        isNotNull();
        Optional<Figure> found = actual.figure(metric, Grouping.by(dimension), new GroupKey("", List.of(value)));
        if (found.isEmpty()) {
            failWithMessage(
                    "%s",
                    Told.message(
                            "incidents whose " + dimension + " is '" + value + "'",
                            "there are none",
                            "",
                            Told.last(actual.events())));
        }
        return new FigureAssert(found.orElseThrow());
    }

    /**
     * Looks at the refusal of the last step.
     *
     * @return assertions on it
     */
    public RefusalAssert refusal() {
        isNotNull();
        return new RefusalAssert(actual.refusal(), Told.last(actual.events()));
    }

    /**
     * Looks at what people were told of so far.
     *
     * @return assertions on it
     */
    public MessagesAssert messages() {
        isNotNull();
        return new MessagesAssert(actual.sent(), Told.last(actual.events()));
    }
}
