package dev.incidentkit.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.rules.config.DefinitionFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.io.ClassPathResource;

/** What editors complete, and what the guide lists. */
class MetadataTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z.-]+)` \\| (?:`([^`]*)`)? ?\\|", Pattern.MULTILINE);

    /** The entries of a list of the metadata. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(String list) throws IOException {
        String json = new ClassPathResource("META-INF/spring-configuration-metadata.json")
                .getContentAsString(StandardCharsets.UTF_8);
        Object found = JsonParserFactory.getJsonParser().parseMap(json).getOrDefault(list, List.of());
        return (List<Map<String, Object>>) found;
    }

    private static String text(Map<String, Object> entry, String key) {
        Object value = entry.get(key);
        return value == null || value instanceof List ? "" : value.toString();
    }

    @Test
    void every_property_has_a_description_that_is_a_sentence() throws IOException {
        assertThat(entries("properties"))
                .isNotEmpty()
                .allSatisfy(property -> assertThat(text(property, "description"))
                        .as(text(property, "name"))
                        .endsWith("."));
    }

    @Test
    void the_guide_lists_every_property_with_its_default() throws IOException {
        Map<String, String> known = new TreeMap<>();
        entries("properties").forEach(property -> known.put(text(property, "name"), text(property, "defaultValue")));
        Map<String, String> told = new TreeMap<>();
        String guide = Files.readString(Path.of("../docs/spring.md"));
        ROW.matcher(guide.substring(guide.indexOf("## Properties")))
                .results()
                .forEach(row -> told.put(row.group(1), row.group(2) == null ? "" : row.group(2)));

        assertThat(told).isEqualTo(known);
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_definitions_that_editors_offer_are_the_presets() throws IOException {
        assertThat(entries("hints"))
                .filteredOn(hint -> text(hint, "name").equals("incidentkit.definition"))
                .singleElement()
                .satisfies(hint -> assertThat((List<Map<String, Object>>) hint.getOrDefault("values", List.of()))
                        .extracting(value -> text(value, "value"))
                        .containsExactlyElementsOf(DefinitionFiles.presets()));
    }
}
