package dev.incidentkit.rules.internal.yaml;

import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.config.DefinitionFinding;
import dev.incidentkit.rules.config.DefinitionFinding.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the findings of all files of a definition. Not safe for use by several threads. */
public final class Report {
    private final int max;
    private final List<DefinitionFinding> findings = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private int errors;
    private int dropped;

    /**
     * Begins a collection.
     *
     * @param max how many findings are kept; of more only the number is told
     */
    public Report(int max) {
        this.max = max;
    }

    /** {@return how many findings refuse the definition} */
    public int errors() {
        return errors;
    }

    /**
     * Adds an error at a value.
     *
     * @param code what kind of thing
     * @param node the value
     * @param path where in the structure
     * @param message what is wrong
     */
    public void error(DefinitionCode code, Node node, String path, String message) {
        error(code, node.mark(), path, message);
    }

    /**
     * Adds an error at a place.
     *
     * @param code what kind of thing
     * @param mark the place
     * @param path where in the structure
     * @param message what is wrong
     */
    public void error(DefinitionCode code, Node.Mark mark, String path, String message) {
        add(new DefinitionFinding(code.id(), Level.ERROR, mark.file(), mark.line(), mark.column(), path, message));
    }

    /**
     * Adds an error about a file as a whole.
     *
     * @param code what kind of thing
     * @param file the name of the file
     * @param message what is wrong
     */
    public void file(DefinitionCode code, String file, String message) {
        add(new DefinitionFinding(code.id(), Level.ERROR, file, 0, 0, "", message));
    }

    /**
     * Adds a warning at a value.
     *
     * @param code what kind of thing
     * @param node the value
     * @param path where in the structure
     * @param message what is to be known
     */
    public void warning(DefinitionCode code, Node node, String path, String message) {
        Node.Mark mark = node.mark();
        add(new DefinitionFinding(code.id(), Level.WARNING, mark.file(), mark.line(), mark.column(), path, message));
    }

    /**
     * Adds a finding as it is.
     *
     * @param finding the finding
     */
    public void add(DefinitionFinding finding) {
        errors += finding.level() == Level.ERROR ? 1 : 0;
        if (!files.contains(finding.file())) {
            files.add(finding.file());
        }
        if (findings.size() < max) {
            findings.add(finding);
        } else {
            dropped++;
        }
    }

    /** {@return all findings: by file in the order in which they were met, then by place} */
    public List<DefinitionFinding> all() {
        List<DefinitionFinding> all = new ArrayList<>(findings);
        all.sort(Comparator.comparingInt((DefinitionFinding finding) -> files.indexOf(finding.file()))
                .thenComparingInt(DefinitionFinding::line)
                .thenComparingInt(DefinitionFinding::column));
        if (dropped > 0) {
            boolean refused = errors > 0 && findings.stream().noneMatch(finding -> finding.level() == Level.ERROR);
            all.add(new DefinitionFinding(
                    DefinitionCode.LIMIT.id(),
                    refused ? Level.ERROR : Level.WARNING,
                    files.get(0),
                    0,
                    0,
                    "",
                    "there are " + dropped + " more findings; mend these first"));
        }
        return all;
    }
}
