package dev.incidentkit.examples.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.report.LifecycleDiagram;
import dev.incidentkit.rules.config.DefinitionFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pictures of the presets in the documentation are what is drawn today. After a wanted change, run this test with
 * {@code INCIDENTKIT_PICTURES=write} in the environment, look at the pictures, and commit them. Presets that differ from
 * {@code itil} by their clocks alone share its picture.
 */
class PresetPicturesTest {
    private static final Path DOCS = Path.of("..", "docs");

    static List<String> presets() {
        return DefinitionFiles.presets();
    }

    private static Lifecycle lifecycle(String preset) {
        return DefinitionFiles.standard().preset(preset).orThrow().lifecycle();
    }

    private static String file(String preset) {
        return "lifecycle-" + lifecycle(preset).name() + ".svg";
    }

    @ParameterizedTest
    @MethodSource("presets")
    void the_picture_of_each_preset_is_current(String preset) throws IOException {
        Path path = DOCS.resolve("pictures").resolve(file(preset));
        String picture = LifecycleDiagram.svg(lifecycle(preset));
        if ("write".equals(System.getenv("INCIDENTKIT_PICTURES"))) {
            Files.writeString(path, picture);
        }
        assertThat(path).hasContent(picture);
    }

    @Test
    void the_page_shows_each_picture_and_names_each_preset_and_status() throws IOException {
        String page = Files.readString(DOCS.resolve("presets.md"));
        for (String preset : presets()) {
            assertThat(page).contains("`" + preset + "`", "pictures/" + file(preset));
            lifecycle(preset).statuses().forEach(status -> assertThat(page).contains(status.name()));
        }
    }
}
