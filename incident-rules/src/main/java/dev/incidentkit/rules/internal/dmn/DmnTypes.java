package dev.incidentkit.rules.internal.dmn;

import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.internal.bind.Findings.Where;
import dev.incidentkit.rules.internal.bind.Near;
import dev.incidentkit.rules.internal.dmn.DmnType.Base;
import dev.incidentkit.rules.internal.grid.RawCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves the names of types, those of FEEL and those the document defines. Not safe for use by several threads. */
public final class DmnTypes {
    private static final Map<String, Base> BASES = Map.ofEntries(
            Map.entry("Any", Base.ANY),
            Map.entry("context", Base.ANY),
            Map.entry("string", Base.STRING),
            Map.entry("number", Base.NUMBER),
            Map.entry("double", Base.NUMBER),
            Map.entry("integer", Base.INTEGER),
            Map.entry("long", Base.INTEGER),
            Map.entry("boolean", Base.BOOLEAN),
            Map.entry("date", Base.DATE),
            Map.entry("time", Base.TIME),
            Map.entry("date and time", Base.DATE_TIME),
            Map.entry("dateTime", Base.DATE_TIME),
            Map.entry("days and time duration", Base.DURATION),
            Map.entry("dayTimeDuration", Base.DURATION),
            Map.entry("years and months duration", Base.MONTHS),
            Map.entry("yearMonthDuration", Base.MONTHS));

    private final DmnDocument document;
    private final Map<String, DmnType> resolved = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /**
     * Creates the types of a document.
     *
     * @param document the document
     */
    public DmnTypes(DmnDocument document) {
        this.document = document;
    }

    /**
     * The type of a name. An unknown one is reported.
     *
     * @param name the name as it is written, with or without the prefix of FEEL; empty for any
     * @param at the element that names it
     * @param where what of a table is spoken of
     * @return the type; {@link DmnType#ANY} if it is unknown
     */
    public DmnType of(String name, XmlElement at, Where where) {
        String plain = name.startsWith("feel:") ? name.substring("feel:".length()) : name;
        if (plain.isEmpty()) {
            return DmnType.ANY;
        }
        XmlElement definition = document.type(plain);
        if (definition != null) {
            return defined(plain, definition, where);
        }
        Base base = BASES.get(plain);
        if (base == null) {
            List<String> names = new ArrayList<>(document.typeNames());
            names.addAll(BASES.keySet().stream().sorted().toList());
            document.findings()
                    .line(
                            FormatCode.DMN_TYPE,
                            at.spot().line(),
                            where,
                            "the type '" + plain + "' of " + at.name() + " is not known" + Near.hint(plain, names));
            return DmnType.ANY;
        }
        return new DmnType(base, null, false, Map.of());
    }

    private DmnType defined(String name, XmlElement definition, Where where) {
        DmnType known = resolved.get(name);
        if (known != null) {
            return known;
        }
        if (!open.add(name)) {
            document.findings()
                    .line(
                            FormatCode.DMN_REFERENCE,
                            definition.spot().line(),
                            where,
                            "the type '" + name + "' is defined by itself");
            return DmnType.ANY;
        }
        DmnType type = define(definition, where);
        open.remove(name);
        resolved.put(name, type);
        return type;
    }

    private DmnType define(XmlElement definition, Where where) {
        boolean collection = definition.attribute("isCollection").equals("true");
        Optional<RawCell> allowed = definition.child("allowedValues").map(document::cell);
        List<XmlElement> components = definition.all("itemComponent");
        if (!components.isEmpty()) {
            Map<String, DmnType> parts = new LinkedHashMap<>();
            components.forEach(component -> parts.put(component.attribute("name"), define(component, where)));
            return new DmnType(Base.STRUCTURE, null, collection, Map.copyOf(parts));
        }
        DmnType base = definition
                .child("typeRef")
                .map(ref -> of(ref.text().strip(), ref, where))
                .orElse(DmnType.ANY);
        return new DmnType(
                base.base(), allowed.orElse(base.allowed()), collection || base.collection(), base.components());
    }
}
