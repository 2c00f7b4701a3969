package dev.incidentkit.rules.dmn;

import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.format.TableFormatException;
import dev.incidentkit.rules.internal.bind.Findings;
import dev.incidentkit.rules.internal.dmn.DmnXml;
import java.util.List;

/**
 * Writes tables as a DMN 1.3 model that common modelers open, with a diagram. The ids of rules are the ids of rows, so
 * that a round trip through a modeler can be compared row by row. Stateless.
 *
 * <p>Modelers and engines run the hit policies U, A, F, R and C; so P is written as F and O as R, their rules sorted by
 * rank, with a warning. A comparison of levels or constants that does not hold letter by letter is written as a list of
 * values, with a warning.
 */
public final class DmnWriter {
    private DmnWriter() {}

    /**
     * Writes a model.
     *
     * @param name the name of the model, which is also the file's in messages
     * @param tables the tables, at least one, of different names
     * @return the model and what it says otherwise than the tables
     * @throws TableFormatException if a cell cannot be said in DMN, naming the rows
     * @throws IllegalArgumentException if there are no tables
     */
    public static DmnExport write(String name, List<RuleTable> tables) {
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("A model needs at least one table, but got " + tables);
        }
        Findings findings = new Findings(name, Integer.MAX_VALUE);
        String xml = new DmnXml(name, tables, findings).write();
        if (findings.hasErrors()) {
            throw new TableFormatException(name, findings.all());
        }
        return new DmnExport(xml, findings.all());
    }
}
