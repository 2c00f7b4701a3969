package dev.incidentkit.rules.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.format.TableFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to read other files, to call out, or to eat time and memory. */
class HostileXmlTest {
    private static final String MODEL =
            "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" name=\"n\">";

    private static void refused(String xml, String why) {
        long begin = System.nanoTime();
        assertThatThrownBy(() -> DmnModel.readPartly("hostile.dmn", xml, ReadLimits.defaults()))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContaining(why);
        assertThatThrownBy(() -> TckFile.read("hostile.xml", xml)).isInstanceOf(TableFormatException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void an_external_entity_is_not_read(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "secret");
        refused(
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + MODEL
                        + "<decision name=\"&x;\"/></definitions>",
                "RULES-401");
        assertThatThrownBy(() -> DmnModel.readPartly(
                        "hostile.dmn",
                        "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + MODEL + "&x;</definitions>",
                        ReadLimits.defaults()))
                .message()
                .doesNotContain("secret\n");
    }

    @Test
    void a_document_type_is_refused_even_where_it_does_nothing() {
        refused("<!DOCTYPE definitions>" + MODEL + "</definitions>", "document type");
        refused("<!DOCTYPE d SYSTEM \"http://127.0.0.1:9/d.dtd\">" + MODEL + "</definitions>", "RULES-401");
    }

    @Test
    void entities_that_multiply_are_refused_at_once() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        refused(laughs + "]>" + MODEL + "&a29;</definitions>", "RULES-401");
        refused(
                "<!DOCTYPE d [<!ENTITY a \"" + "x".repeat(50_000) + "\">]>" + MODEL + "&a;".repeat(10_000)
                        + "</definitions>",
                "RULES-401");
    }

    @Test
    void an_unknown_entity_is_refused() {
        refused(MODEL + "&x;</definitions>", "RULES-401");
    }

    @Test
    void deep_nesting_is_refused() {
        refused(MODEL + "<a>".repeat(200_000), "deeper than 64");
        refused(MODEL + "<DMNDI>" + "<a>".repeat(200_000), "deeper than 64");
    }

    @Test
    void a_document_that_is_too_large_is_refused() {
        refused(MODEL + " ".repeat(9 << 20) + "</definitions>", "RULES-002");
        refused(MODEL + "<a/>".repeat(600_000) + "</definitions>", "RULES-002");
    }

    @Test
    void other_documents_are_refused_by_name() {
        refused("<html/>", "RULES-402");
        refused("no xml", "RULES-401");
        refused("", "RULES-401");
        refused(MODEL + "</definitions><x/>", "RULES-401");
    }
}
