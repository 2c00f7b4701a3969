package dev.incidentkit.testkit.coverage;

import dev.incidentkit.core.definition.DefinitionProbe;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.rules.CompiledTable;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.TableProbe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Records what is reached in definitions and tables. What is to be recorded must be decided by the observed copies that
 * it gives; the originals stay as they are and pay nothing. Safe for use by several threads.
 *
 * <pre>{@code
 * CoverageRecorder recorder = new CoverageRecorder();
 * ProcessDefinition observed = recorder.observe(definition);
 * scenario.verify(observed);
 * System.out.println(recorder.result().text());
 * }</pre>
 */
public final class CoverageRecorder {
    private final Map<String, List<CoverageSheet>> sheets = new ConcurrentHashMap<>();
    private final Map<CoverageItem, LongAdder> hits = new ConcurrentHashMap<>();

    /** A recorder that observes nothing yet. */
    public CoverageRecorder() {
        // nothing to set up
    }

    /**
     * Observes a definition.
     *
     * @param definition the definition
     * @return a copy with the same content hash, by which incidents may be handled in its place
     */
    public ProcessDefinition observe(ProcessDefinition definition) {
        String group = Sheets.group(definition);
        sheets.put(group, Sheets.of(definition));
        return ObservedPolicies.of(definition, this, group).observedBy(new Observer(group));
    }

    /**
     * Observes a table.
     *
     * @param table the table
     * @return a copy, by which one may decide in its place
     */
    public CompiledTable observe(CompiledTable table) {
        sheets.put(Sheets.group(table.table()), List.of(Sheets.of(table.table())));
        return table.observedBy(tables());
    }

    /** What tables tell. */
    TableProbe tables() {
        return (RuleTable table, int row) -> hit(new CoverageItem(
                CoverageKind.RULE, Sheets.group(table), table.rules().get(row).id()));
    }

    void hit(CoverageItem item) {
        hits.computeIfAbsent(item, unused -> new LongAdder()).increment();
    }

    /** {@return how many different things were reached so far} */
    public int reached() {
        return hits.size();
    }

    /** {@return what was reached so far, in the order of the names of definitions and tables} */
    public CoverageResult result() {
        List<CoverageSheet> all = sheets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        Map<CoverageItem, Long> counts = new LinkedHashMap<>();
        hits.forEach((item, count) -> counts.put(item, count.sum()));
        return CoverageResult.of(all, counts);
    }

    /** What a definition tells. */
    private final class Observer implements DefinitionProbe {
        private final String group;

        Observer(String group) {
            this.group = group;
        }

        @Override
        public void answered(Transition transition, Guard guard, List<Unmet> unmet) {
            hit(new CoverageItem(CoverageKind.GUARD, group, Sheets.guardName(transition, guard, unmet.isEmpty())));
        }

        @Override
        public void decided(@Nullable Incident before, IncidentCommand command, List<IncidentEvent> events) {
            DecidedSteps.of(before, command, events)
                    .forEach((kind, names) -> names.forEach(name -> hit(new CoverageItem(kind, group, name))));
        }
    }
}
