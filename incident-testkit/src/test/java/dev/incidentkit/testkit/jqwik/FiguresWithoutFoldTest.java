package dev.incidentkit.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.metrics.Dimension;
import dev.incidentkit.metrics.Grouping;
import dev.incidentkit.metrics.MetricFold;
import dev.incidentkit.metrics.MetricPlan;
import dev.incidentkit.metrics.Metrics;
import dev.incidentkit.metrics.Period;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Metrics read records without folding them as far as they can: over any history, the figures are those of the fold. */
class FiguresWithoutFoldTest {
    private static final MetricPlan PLAN = MetricPlan.of(Metrics.standard())
            .by(
                    Grouping.by(Dimension.PRIORITY, Dimension.STATUS),
                    Grouping.by(Dimension.CATEGORY, Dimension.TEAM).per(Period.DAY, ZoneOffset.UTC),
                    Grouping.by(Dimension.SERVICE, Dimension.CHANNEL),
                    Grouping.by(Dimension.linked(RelationKind.PARENT), Dimension.TENANT));

    @Provide
    Arbitrary<DrawnHistory> histories() {
        return IncidentArbitraries.histories(ProcessDefinition.itil());
    }

    @Property
    void a_record_gives_the_figures_of_its_incident(@ForAll("histories") DrawnHistory history) {
        MetricFold read = MetricFold.of(PLAN);
        read.add(PLAN.view(history.events(), history.end()));
        MetricFold folded = MetricFold.of(PLAN);
        folded.add(PLAN.view(history.incident(), history.end()));

        assertThat(read.toBytes()).isEqualTo(folded.toBytes());
    }
}
