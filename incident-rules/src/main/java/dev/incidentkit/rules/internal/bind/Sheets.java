package dev.incidentkit.rules.internal.bind;

import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.format.TableFormatException;
import dev.incidentkit.rules.internal.grid.CsvGrid;
import dev.incidentkit.rules.internal.grid.GridException;
import dev.incidentkit.rules.internal.grid.MarkdownGrid;
import dev.incidentkit.rules.internal.grid.RawSheet;
import dev.incidentkit.rules.internal.grid.SourceText;

/** Takes Markdown and CSV files apart, for those who read headings and those who read tables. Stateless. */
public final class Sheets {
    private Sheets() {}

    private interface Grid {
        RawSheet read(SourceText source, ReadLimits limits) throws GridException;
    }

    /**
     * Takes a Markdown document apart.
     *
     * @param file the name of the file, for messages
     * @param content the document in UTF-8
     * @param limits the limits
     * @return its tables, unchecked
     * @throws TableFormatException if it exceeds a limit or is no text
     */
    public static RawSheet markdown(String file, byte[] content, ReadLimits limits) {
        return apart(file, content, limits, MarkdownGrid::read);
    }

    /**
     * Takes a CSV file apart.
     *
     * @param file the name of the file, for messages
     * @param content the file in UTF-8
     * @param limits the limits
     * @return its tables, unchecked
     * @throws TableFormatException if it exceeds a limit, is no text or no CSV
     */
    public static RawSheet csv(String file, byte[] content, ReadLimits limits) {
        return apart(file, content, limits, CsvGrid::read);
    }

    private static RawSheet apart(String file, byte[] content, ReadLimits limits, Grid grid) {
        try {
            return grid.read(SourceText.decode(content, limits), limits);
        } catch (GridException e) {
            Findings findings = new Findings(file, limits.maxFindings());
            findings.grid(e);
            throw new TableFormatException(file, findings.all());
        }
    }
}
