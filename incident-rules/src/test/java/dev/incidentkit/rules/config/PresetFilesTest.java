package dev.incidentkit.rules.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaPresets;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The definitions that ship as files are those that Java has. */
class PresetFilesTest {
    private static final Map<String, SlaPolicy> BUNDLES = Map.of(
            "servicenow-like", SlaPresets.servicenowLike(ZoneOffset.UTC),
            "itop-like", SlaPresets.itopLike(),
            "glpi-like", SlaPresets.glpiLike(ZoneOffset.UTC),
            "otrs-like", SlaPresets.otrsLike(ZoneOffset.UTC));

    @Test
    void the_file_of_the_default_has_the_hash_of_the_default_in_java() {
        DefinitionResult read = DefinitionFiles.standard().preset("itil");
        assertThat(read.findings()).isEmpty();
        ProcessDefinition definition = read.orThrow();
        assertThat(definition.lifecycle().hash())
                .isEqualTo(ProcessDefinition.itil().lifecycle().hash());
        assertThat(definition.hash()).isEqualTo(ProcessDefinition.itil().hash());
    }

    @Test
    void the_files_of_the_bundles_have_the_hashes_of_the_bundles_in_java() {
        BUNDLES.forEach((name, policy) -> {
            DefinitionResult read = DefinitionFiles.standard().preset(name);
            assertThat(read.findings()).isEmpty();
            ProcessDefinition inJava = ProcessDefinition.builder(ProcessDefinition.itil())
                    .name(name)
                    .slas(policy)
                    .build();
            assertThat(read.orThrow().slas().get(0).hash()).as(name).isEqualTo(policy.hash());
            assertThat(read.orThrow().hash()).as(name).isEqualTo(inJava.hash());
        });
        assertThat(DefinitionFiles.presets()).containsAll(BUNDLES.keySet()).startsWith("itil");
    }

    @Test
    void a_preset_that_there_is_not_is_refused_by_name() {
        assertThatThrownBy(() -> DefinitionFiles.standard().preset("itsm"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'itsm'");
    }
}
