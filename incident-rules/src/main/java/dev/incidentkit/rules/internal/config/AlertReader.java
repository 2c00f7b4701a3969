package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.process.AlertPolicy;
import dev.incidentkit.core.process.AlertPolicyBuilder;
import dev.incidentkit.core.process.AlertRecovery;
import dev.incidentkit.core.process.FlapRule;
import dev.incidentkit.core.process.KeyTemplate;
import dev.incidentkit.core.process.SuppressionRule;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how alerts become incidents. */
final class AlertReader {
    private final Scope scope;
    private final Values values;
    private final Places places;

    AlertReader(Scope scope, Places places) {
        this.scope = scope;
        this.values = scope.values;
        this.places = places;
    }

    /**
     * What becomes of alerts; null where none are taken, or it cannot be read, which is reported.
     *
     * @param categories the categories that incidents may be given to; null for any
     */
    @Nullable
    AlertPolicy alerts(Section section, @Nullable Collection<String> categories) {
        KeyTemplate key = key(section);
        Duration window = duration(section, "window");
        AlertRecovery recovery = section.constant("recovery", AlertRecovery.class, AlertRecovery.MARK);
        Category category = category(section, categories);
        FlapRule flapping = flapping(section);
        String service = section.text("service");
        String code = section.text("code");
        Set<String> attributes = attributes(section);
        Set<SuppressionRule> suppressions = suppressions(section);
        section.close();
        places.part("alerts", section);
        if (key == null || window == null) {
            return null;
        }
        return values.made(section.node(), section.path(), () -> {
            AlertPolicyBuilder builder = AlertPolicy.of(key, window)
                    .recovery(recovery)
                    .category(category)
                    .flapping(flapping)
                    .service(service)
                    .attributes(attributes)
                    .suppressions(suppressions);
            return (code == null ? builder : builder.code(code)).build();
        });
    }

    private @Nullable KeyTemplate key(Section section) {
        Node node = section.get("key");
        String text = node == null ? null : section.text("key");
        if (node == null) {
            return KeyTemplate.STANDARD;
        }
        return text == null ? null : values.made(node, section.path("key"), () -> new KeyTemplate(text));
    }

    private @Nullable Duration duration(Section section, String key) {
        Node node = section.need(key);
        return node == null ? null : values.duration(node, section.path(key));
    }

    private @Nullable Category category(Section section, @Nullable Collection<String> categories) {
        Node node = section.get("category");
        String path = section.path("category");
        if (node == null) {
            return null;
        }
        String name = categories == null ? values.text(node, path) : values.oneOf(node, path, "a category", categories);
        return name == null ? null : values.made(node, path, () -> new Category(name));
    }

    private @Nullable FlapRule flapping(Section alerts) {
        Section section = alerts.section("flapping");
        if (section == null) {
            return null;
        }
        Node node = section.need("changes");
        Integer changes = node == null ? null : values.integer(node, section.path("changes"));
        Duration within = duration(section, "within");
        Duration quiet = duration(section, "quiet");
        section.close();
        return changes == null || within == null || quiet == null
                ? null
                : values.made(section.node(), section.path(), () -> new FlapRule(changes, within, quiet));
    }

    private Set<String> attributes(Section section) {
        Set<String> attributes = new LinkedHashSet<>();
        List<Node.Text> texts = section.texts("attributes");
        for (Node.Text text : texts == null ? List.<Node.Text>of() : texts) {
            String path = section.path("attributes");
            if (values.oneOf(text, path, "an attribute", scope.attributes.keySet()) != null) {
                attributes.add(text.value());
            }
        }
        return attributes;
    }

    private Set<SuppressionRule> suppressions(Section alerts) {
        Set<SuppressionRule> rules = new LinkedHashSet<>();
        alerts.entries("suppressions").forEach((name, entry) -> {
            String path = Values.path(alerts.path("suppressions"), name);
            Section section = values.section(entry.value(), path);
            SuppressionRule rule = section == null ? null : suppression(name, section);
            if (rule != null) {
                rules.add(rule);
            }
        });
        return rules;
    }

    private @Nullable SuppressionRule suppression(String name, Section section) {
        section.need("when");
        Map<String, Set<String>> when = new LinkedHashMap<>();
        section.entries("when").forEach((value, entry) -> {
            Set<String> oneOf = new LinkedHashSet<>();
            values.texts(entry.value(), Values.path(section.path("when"), value))
                    .forEach(text -> oneOf.add(text.value()));
            when.put(value, oneOf);
        });
        Instant from = instant(section, "from");
        Instant to = instant(section, "to");
        section.close();
        return section.get("when") == null
                ? null
                : values.made(section.node(), section.path(), () -> new SuppressionRule(name, when, from, to));
    }

    private @Nullable Instant instant(Section section, String key) {
        Node node = section.get(key);
        return node == null
                ? null
                : values.parsed(node, section.path(key), "an instant, like 2026-12-24T18:00:00Z", Instant::parse);
    }
}
