package dev.incidentkit.rules.dmn;

import dev.incidentkit.rules.format.FormatFinding;
import java.util.List;

/**
 * A model as it was exported.
 *
 * @param xml the model in DMN 1.3
 * @param warnings what DMN says otherwise than the tables, or cannot say; empty if it says all
 */
public record DmnExport(String xml, List<FormatFinding> warnings) {
    /** Copies the list. */
    public DmnExport {
        warnings = List.copyOf(warnings);
    }
}
