package dev.incidentkit.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TicketDeskTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = TicketDesk.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    @Test
    void a_definition_with_faults_is_refused_with_each_of_them_and_its_line(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.yaml"),
                "definition: bad\nextends: itil\nclosure: {after: soon}\nreopenWindow: later\n");

        int code = run("--definition", file.toString(), "--db", Desks.memory(), "--port", "0");

        assertThat(code).isNotZero();
        assertThat(err.toString()).contains("bad.yaml:3", "bad.yaml:4").doesNotContain("\tat ");
    }

    @Test
    void help_names_the_options() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--definition", "--db", "--demo", "--users");
    }

    @Test
    void a_password_is_printed_as_the_file_of_accounts_takes_it() {
        assertThat(run("password", "--value=open sesame")).isZero();
        assertThat(out.toString().strip()).startsWith("pbkdf2-sha512:210000:").doesNotContain("sesame");
    }
}
