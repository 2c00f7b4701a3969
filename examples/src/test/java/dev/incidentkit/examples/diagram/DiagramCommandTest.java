package dev.incidentkit.examples.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.examples.Examples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DiagramCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = Examples.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(args);
    }

    @Test
    void a_lifecycle_is_written_as_mermaid_to_the_console() {
        assertThat(run("diagram", "--format", "MERMAID")).isZero();
        assertThat(out.toString()).startsWith("stateDiagram-v2").contains("NEW --> IN_PROGRESS : START");
    }

    @Test
    void a_lifecycle_is_written_as_svg_to_a_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("lifecycle.svg");

        assertThat(run("diagram", "--output", file.toString())).isZero();
        assertThat(out.toString()).contains("Wrote " + file);
        assertThat(Files.readString(file)).startsWith("<svg").contains("IN_PROGRESS");
    }

    @Test
    void a_file_that_cannot_be_written_is_named(@TempDir Path folder) {
        Path file = folder.resolve("missing").resolve("lifecycle.svg");

        assertThat(run("diagram", "--output", file.toString())).isOne();
        assertThat(err.toString()).contains("Cannot write " + file);
    }

    @Test
    void the_lifecycle_of_a_preset_is_drawn_by_its_name() {
        assertThat(run("diagram", "--format", "MERMAID", "--preset", "deskera-7"))
                .isZero();
        assertThat(out.toString()).contains("CONTAINING --> INVESTIGATING : INVESTIGATE");
        assertThat(run("diagram", "--preset", "itsm")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("'itsm' is no preset", "deskera-7");
    }

    @Test
    void an_unknown_format_is_refused_with_those_that_there_are() {
        assertThat(run("diagram", "--format", "PNG")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("PNG").contains("SVG, MERMAID");
    }
}
