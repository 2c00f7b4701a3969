package dev.incidentkit.rules.format;

import dev.incidentkit.core.IncidentException;
import java.util.List;
import java.util.stream.Collectors;

/** A file of tables that was refused. It carries all that was found in one pass, errors and warnings, in file order. */
public final class TableFormatException extends IncidentException {
    private static final long serialVersionUID = 1L;

    private final transient List<FormatFinding> findings;

    /**
     * Creates the exception.
     *
     * @param file the name of the file
     * @param findings what was found, at least one error
     */
    public TableFormatException(String file, List<FormatFinding> findings) {
        super(message(file, findings));
        this.findings = List.copyOf(findings);
    }

    private static String message(String file, List<FormatFinding> findings) {
        long errors = findings.stream()
                .filter(finding -> finding.level() == FormatFinding.Level.ERROR)
                .count();
        return file + " is refused, " + errors + (errors == 1 ? " error" : " errors") + ":\n"
                + findings.stream().map(FormatFinding::describe).collect(Collectors.joining("\n"));
    }

    /**
     * All that was found, in file order.
     *
     * @return at least one finding
     */
    public List<FormatFinding> findings() {
        return findings;
    }
}
