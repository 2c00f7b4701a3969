package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.sla.Measure;
import dev.incidentkit.core.sla.Penalty;
import dev.incidentkit.core.sla.SlaKind;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaPresets;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads service levels. */
final class PolicyReader {
    private static final Map<String, Function<ZoneId, SlaPolicy>> PRESETS = presets();

    private final Scope scope;
    private final Values values;
    private final TargetReader targets;

    /** The place of each target that was read, for what is found about it later; keys as {@code policy/target}. */
    private final Map<String, Section> places = new LinkedHashMap<>();

    PolicyReader(Scope scope) {
        this.scope = scope;
        this.values = scope.values;
        this.targets = new TargetReader(scope);
    }

    private static Map<String, Function<ZoneId, SlaPolicy>> presets() {
        Map<String, Function<ZoneId, SlaPolicy>> presets = new LinkedHashMap<>();
        presets.put("itil", SlaPresets::itil);
        presets.put("servicenow-like", SlaPresets::servicenowLike);
        presets.put("itop-like", zone -> SlaPresets.itopLike());
        presets.put("glpi-like", SlaPresets::glpiLike);
        presets.put("otrs-like", SlaPresets::otrsLike);
        return presets;
    }

    Map<String, Section> places() {
        return places;
    }

    List<SlaPolicy> policies(Map<String, Node.Entry> entries, String path) {
        List<SlaPolicy> policies = new ArrayList<>();
        entries.forEach((name, entry) -> {
            Section section = values.section(entry.value(), Values.path(path, name));
            SlaPolicy policy = section == null ? null : policy(name, section);
            if (policy != null) {
                policies.add(policy);
            }
        });
        return policies;
    }

    private @Nullable SlaPolicy policy(String name, Section section) {
        SlaPolicy base = preset(section);
        SlaKind kind = section.constant("kind", SlaKind.class, base == null ? SlaKind.SLA : base.kind());
        Section priced = section.section("penalty");
        Penalty penalty = priced == null ? null : penalty(priced);
        Node calendar = section.get("calendar");
        String hours = calendar == null ? null : targets.calendar(calendar, section.path("calendar"));
        Map<String, SlaTarget> all = new LinkedHashMap<>();
        if (base != null) {
            base.targets().forEach(target -> all.put(target.name(), target));
        }
        int errors = scope.report().errors();
        section.entries("targets").forEach((measure, entry) -> {
            String at = Values.path(section.path("targets"), measure);
            Section target = values.section(entry.value(), at);
            if (target != null) {
                places.put(name + "/" + measure, target);
                target(measure, target, hours, all);
            }
        });
        section.close();
        boolean reported = all.isEmpty() && errors < scope.report().errors();
        return reported
                ? null
                : values.made(section.node(), section.path(), () -> {
                    List<SlaTarget> made = List.copyOf(all.values());
                    return new SlaPolicy(name, kind, made, penalty == null && base != null ? base.penalty() : penalty);
                });
    }

    private void target(String name, Section section, @Nullable String calendar, Map<String, SlaTarget> all) {
        Measure measure = values.made(section.node(), section.path(), () -> new Measure(name));
        SlaTarget read = measure == null ? null : targets.target(measure, section, all.get(name), calendar);
        if (read != null) {
            all.put(name, read);
        }
    }

    private @Nullable SlaPolicy preset(Section section) {
        Node preset = section.get("preset");
        Node zoneNode = section.get("zone");
        if (preset == null) {
            if (zoneNode != null) {
                String message = "a zone goes with a preset; calendars have zones of their own";
                scope.report().error(DefinitionCode.KEY_UNKNOWN, zoneNode, section.path("zone"), message);
            }
            return null;
        }
        String name = values.oneOf(preset, section.path("preset"), "a preset", PRESETS.keySet());
        ZoneId zone = zoneNode == null ? ZoneOffset.UTC : values.zone(zoneNode, section.path("zone"));
        Function<ZoneId, SlaPolicy> made = name == null ? null : PRESETS.get(name);
        return made == null || zone == null ? null : made.apply(zone);
    }

    private @Nullable Penalty penalty(Section section) {
        String currency = section.text("currency");
        BigDecimal fixed = amount(section, "fixed", BigDecimal.ZERO);
        BigDecimal perUnit = amount(section, "perUnit", BigDecimal.ZERO);
        BigDecimal cap = amount(section, "cap", null);
        Node unitNode = section.get("unit");
        Duration unit = unitNode == null ? Duration.ofHours(1) : values.duration(unitNode, section.path("unit"));
        section.close();
        if (currency == null) {
            section.need("currency");
            return null;
        }
        if (fixed == null || perUnit == null || unit == null) {
            return null;
        }
        return values.made(section.node(), section.path(), () -> {
            try {
                return new Penalty(currency, fixed, perUnit, unit, cap);
            } catch (IllegalArgumentException e) {
                String message = e.getMessage() == null ? "'" + currency + "' is no currency of ISO 4217" : null;
                throw message == null ? e : new IllegalArgumentException(message, e);
            }
        });
    }

    private @Nullable BigDecimal amount(Section section, String key, @Nullable BigDecimal otherwise) {
        Node node = section.get(key);
        return node == null ? otherwise : values.decimal(node, section.path(key));
    }
}
