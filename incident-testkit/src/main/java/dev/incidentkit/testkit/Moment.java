package dev.incidentkit.testkit;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.SlaExplanation;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.metrics.Figure;
import dev.incidentkit.metrics.GroupKey;
import dev.incidentkit.metrics.Grouping;
import dev.incidentkit.metrics.IncidentFold;
import dev.incidentkit.metrics.Metric;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import dev.incidentkit.metrics.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How everything stands at one moment of a scenario. Immutable.
 *
 * @param definition by what the incident is handled
 * @param events its record so far; none before it is reported
 * @param at what the clock shows
 * @param last what the last step wrote, with all that fell due before it
 * @param refusal everything that stood against the last step; empty where it was accepted
 * @param records the records of all incidents of the scenario so far, this one's among them
 */
public record Moment(
        ProcessDefinition definition,
        List<IncidentEvent> events,
        Instant at,
        List<IncidentEvent> last,
        List<Unmet> refusal,
        List<List<IncidentEvent>> records) {
    /** Copies the lists. */
    public Moment {
        events = List.copyOf(events);
        last = List.copyOf(last);
        refusal = List.copyOf(refusal);
        records = records.stream().map(List::copyOf).toList();
    }

    /**
     * The incident.
     *
     * @return the incident as it stands
     * @throws IllegalStateException if none was reported
     */
    public Incident incident() {
        if (events.isEmpty()) {
            throw new IllegalStateException(
                    "No incident was reported by " + at + "; what stood against it: " + refusal);
        }
        return Incident.replay(events);
    }

    /** {@return how every cycle of every clock stands} */
    public List<SlaStanding> standings() {
        return definition.clock().standings(events, at);
    }

    /**
     * Why a clock stands as it does.
     *
     * @param policy the name of the policy
     * @param measure which of its targets
     * @return the explanation; empty if the definition has no such clock
     */
    public Optional<SlaExplanation> explain(String policy, Measure measure) {
        return definition.clock().explain(events, at, policy, measure);
    }

    /**
     * What a metric says about all incidents of the scenario, timed by the clocks of the definition.
     *
     * @param metric the metric
     * @return its figures: one of the whole, or one for each part, for example for each team
     */
    public List<Figure> figures(Metric metric) {
        return measured(MetricFold.of(plan(metric))).figures(0);
    }

    /**
     * What a metric says about some incidents of the scenario, timed by the clocks of the definition.
     *
     * @param metric the metric, not one that is measured in parts
     * @param grouping by what they are told apart, for example by team
     * @param group which of them
     * @return the figure; empty where there are none
     */
    public Optional<Figure> figure(Metric metric, Grouping grouping, GroupKey group) {
        return measured(MetricFold.of(plan(metric).by(grouping))).figures(0).stream()
                .filter(figure -> figure.group().equals(group) && figure.part().isEmpty())
                .findFirst();
    }

    /**
     * Measures all incidents of the scenario, timed by the clocks of the definition.
     *
     * @param fold what measures, for example the downtime of services
     * @param <F> its kind
     * @return the fold
     */
    public <F extends IncidentFold<F>> F measured(F fold) {
        MetricPlan plan = plan(Metrics.VOLUME);
        records.forEach(record -> fold.add(plan.view(record, at)));
        return fold;
    }

    private MetricPlan plan(Metric metric) {
        return MetricPlan.of(List.of(metric)).timedBy(definition.clock());
    }

    /** {@return what people were told of so far, by the standard filter of the desk} */
    public List<SentMessage> sent() {
        return SentMessage.of(events, NotificationFilter.standard());
    }
}
