package dev.incidentkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.lifecycle.Lifecycle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The pictures in the documentation are the golden files: they must be what is drawn today. After a wanted change, run
 * this test with {@code INCIDENTKIT_PICTURES=write} in the environment, look at the pictures, and commit them.
 */
class DocumentedPicturesTest {
    private static final Path DOCS = Path.of("..", "docs");

    private static void isCurrent(String file, String picture) throws IOException {
        Path path = DOCS.resolve("pictures").resolve(file);
        if ("write".equals(System.getenv("INCIDENTKIT_PICTURES"))) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, picture);
        }
        assertThat(path).hasContent(picture);
    }

    @Test
    void the_picture_of_the_itil_lifecycle_is_current() throws IOException {
        isCurrent("lifecycle-itil.svg", LifecycleDiagram.svg(Lifecycle.itil()));
    }

    @Test
    void the_mermaid_text_of_the_itil_lifecycle_is_current() throws IOException {
        isCurrent("lifecycle-itil.mmd", LifecycleDiagram.mermaid(Lifecycle.itil()));
    }

    @Test
    void the_picture_of_the_worked_incident_is_current() throws IOException {
        isCurrent("clocks-worked-incident.svg", WorkedIncident.svg(ColorScheme.AUTO));
    }

    @Test
    void the_page_shows_each_picture() throws IOException {
        assertThat(Files.readString(DOCS.resolve("reports.md")))
                .contains("pictures/lifecycle-itil.svg", "pictures/clocks-worked-incident.svg")
                .contains(LifecycleDiagram.mermaid(Lifecycle.itil()));
    }
}
