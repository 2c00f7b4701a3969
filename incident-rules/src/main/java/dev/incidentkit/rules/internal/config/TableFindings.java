package dev.incidentkit.rules.internal.config;

import dev.incidentkit.rules.ProofFinding;
import dev.incidentkit.rules.Rule;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.SourcePosition;
import dev.incidentkit.rules.Verification;
import dev.incidentkit.rules.config.DefinitionFinding;
import dev.incidentkit.rules.config.DefinitionFinding.Level;
import dev.incidentkit.rules.format.FormatFinding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings about tables as findings about the definition that names them. */
final class TableFindings {
    private TableFindings() {}

    /** A finding of a reader. Its cell with the caret stays below it. */
    static DefinitionFinding of(FormatFinding finding, String path) {
        FormatFinding.Place place = finding.place();
        String described = finding.describe();
        int from = described.indexOf(
                ": ", described.indexOf(place.file()) + place.file().length());
        int table = described.indexOf(" table ");
        String where = table >= 0 && table < from ? described.substring(table + 1, from) + ": " : "";
        return new DefinitionFinding(
                finding.code().id(),
                finding.level() == FormatFinding.Level.ERROR ? Level.ERROR : Level.WARNING,
                place.file(),
                place.line(),
                place.column(),
                path,
                where + described.substring(from + 2));
    }

    /** Everything that the proof of a table found. */
    static List<DefinitionFinding> prove(RuleTable table, String file, String path) {
        List<DefinitionFinding> findings = new ArrayList<>();
        Verification verification = table.verify();
        for (ProofFinding finding : verification.findings()) {
            findings.add(told(finding, position(table, finding), file, path));
        }
        verification
                .omitted()
                .forEach((code, more) -> findings.add(new DefinitionFinding(
                        code.id(), Level.WARNING, file, 0, 0, path, "and " + more + " more of this kind")));
        return findings;
    }

    private static DefinitionFinding told(ProofFinding finding, @Nullable SourcePosition at, String file, String path) {
        return new DefinitionFinding(
                finding.code().id(),
                level(finding),
                file,
                at == null ? 0 : at.line(),
                at == null ? 0 : at.column(),
                path,
                finding.message() + (finding.suggestion().isEmpty() ? "" : " -> " + finding.suggestion()));
    }

    private static Level level(ProofFinding finding) {
        return switch (finding.level()) {
            case ERROR -> Level.ERROR;
            case UNKNOWN, WARNING -> Level.WARNING;
            case INFO -> Level.INFO;
        };
    }

    private static @Nullable SourcePosition position(RuleTable table, ProofFinding finding) {
        for (Rule rule : table.rules()) {
            if (finding.rules().contains(rule.id()) && rule.position() != null) {
                return rule.position();
            }
        }
        return null;
    }
}
