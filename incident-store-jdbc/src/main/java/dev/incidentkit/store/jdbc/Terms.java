package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.SearchTerms;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/** Under what an incident is found, as rows of an index of its own. */
final class Terms {
    static final String WORD = "word";
    static final String SERVICE = "service";
    static final String REFERENCE = "reference";
    static final String CATEGORY = "category";
    private static final String ATTRIBUTE = "a:";
    private static final int LONGEST = 150;

    private Terms() {}

    /** A kind and a term. */
    record Term(String kind, String text) implements Comparable<Term> {
        @Override
        public int compareTo(Term other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? text.compareTo(other.text) : byKind;
        }
    }

    static List<Term> of(IncidentSummary summary) {
        TreeSet<Term> terms = new TreeSet<>();
        SearchTerms.of(summary).forEach(word -> terms.add(new Term(WORD, word)));
        summary.services().forEach(service -> terms.add(new Term(SERVICE, cut(service))));
        summary.externalReferences().forEach(reference -> terms.add(new Term(REFERENCE, cut(reference))));
        String category = summary.category();
        if (category != null) {
            for (int end = category.indexOf('/'); end >= 0; end = category.indexOf('/', end + 1)) {
                terms.add(new Term(CATEGORY, cut(category.substring(0, end))));
            }
            terms.add(new Term(CATEGORY, cut(category)));
        }
        summary.attributes().forEach((name, value) -> terms.add(attribute(name, value)));
        return new ArrayList<>(terms);
    }

    static Term attribute(String name, AttributeValue value) {
        return new Term(ATTRIBUTE + cut(name), cut(text(value)));
    }

    private static String text(AttributeValue value) {
        if (value instanceof AttributeValue.Personal personal) {
            PersonalText text = personal.value();
            return "p" + (text.isRedacted() ? "" : text.text());
        }
        if (value instanceof AttributeValue.Names names) {
            return "s" + new TreeSet<>(names.values());
        }
        if (value instanceof AttributeValue.Graded graded) {
            return "l" + graded.value().scale() + ":" + graded.value().name() + ":"
                    + graded.value().rank();
        }
        return value.toString();
    }

    /** A long text is found by its hash. */
    static String cut(String text) {
        String clean = text.replace('\u0000', '\uFFFD');
        return clean.length() <= LONGEST ? clean : "sha256:" + HexFormat.of().formatHex(Sql.sha256(clean));
    }

    /** Tells whether terms have changed: 64 bits of their hash. */
    static long hash(List<Term> terms) {
        StringBuilder text = new StringBuilder();
        terms.forEach(term -> text.append(term.kind())
                .append('=')
                .append(term.text().length())
                .append(':')
                .append(term.text())
                .append('\n'));
        return ByteBuffer.wrap(Sql.sha256(text.toString())).getLong();
    }
}
