package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.internal.bind.Findings;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import java.util.Locale;

/** Refuses expressions in other languages than FEEL: reading them as FEEL would give another decision. */
final class DmnLanguage {
    private final Findings findings;
    private final Where where;

    DmnLanguage(Findings findings, Where where) {
        this.findings = findings;
        this.where = where;
    }

    void check(XmlElement element) {
        String language = element.attribute("expressionLanguage");
        if (!language.isEmpty() && !language.toLowerCase(Locale.ROOT).contains("feel")) {
            findings.line(
                    FormatCode.DMN_UNSUPPORTED,
                    element.spot().line(),
                    where,
                    "the " + element.name() + " is written in '" + language + "'; only FEEL is read");
        }
        element.children().forEach(this::check);
    }
}
