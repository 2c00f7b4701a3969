package dev.incidentkit.examples.desk;

import dev.incidentkit.examples.desk.account.Passwords;
import dev.incidentkit.examples.desk.demo.DemoData;
import dev.incidentkit.examples.desk.embed.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program. */
@Command(
        name = "ticket-desk",
        mixinStandardHelpOptions = true,
        description = "A ticket desk whose rules all come from a definition file.",
        sortOptions = false)
public final class TicketDesk implements Callable<Integer> {
    @Option(
            names = "--definition",
            defaultValue = "itil",
            paramLabel = "NAME|FILE",
            description = "A preset (itil, deskera-7, ...) or a YAML file; ${DEFAULT-VALUE} if it is missing.")
    private String definition = "itil";

    @Option(
            names = "--db",
            defaultValue = "${env:TICKET_DESK_DB:-" + Settings.DEFAULT_DB + "}",
            paramLabel = "URL",
            description = "JDBC address, also by the variable TICKET_DESK_DB; ${DEFAULT-VALUE} if it is missing.")
    private String db = Settings.DEFAULT_DB;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Where it listens; ${DEFAULT-VALUE} if it is missing.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "localhost",
            description = "On which address it listens; ${DEFAULT-VALUE} if it is missing.")
    private String host = "localhost";

    @Option(names = "--users", paramLabel = "FILE", description = "Accounts; those of the demo if it is missing.")
    private @Nullable Path users;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "In which times are shown; the system's if it is missing.")
    private @Nullable ZoneId zone;

    @Option(names = "--secure-cookies", description = "Behind HTTPS: the session is never sent without it.")
    private boolean secureCookies;

    @Option(names = "--demo", description = "Begin with some sixty invented incidents, if there are none yet.")
    private boolean demo;

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * Starts the desk.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** What stands against a start is told in its own words, for example every finding of a definition with its line. */
    static CommandLine commandLine() {
        return new CommandLine(new TicketDesk()).setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println(e.getMessage() == null ? e.toString() : e.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
    }

    @Override
    public Integer call() {
        Settings settings = new Settings(
                definition, db, port, host, users, zone == null ? ZoneId.systemDefault() : zone, secureCookies);
        DeskServer server = DeskServer.start(settings, InstantSource.system(), embedding -> {
            if (demo) {
                DemoData.fill(embedding, settings.zone());
            }
        });
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        out().println("The ticket desk is at " + server.address()
                + (users == null ? "; accounts ann, mia and bob, password 'desk'" : ""));
        return 0;
    }

    @Command(name = "password", description = "Prints how a password is written in the file of accounts.")
    int password(
            @Option(
                            names = "--value",
                            interactive = true,
                            arity = "0..1",
                            required = true,
                            description = "The password.")
                    char[] password) {
        out().println(Passwords.seal(password));
        return 0;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec, "picocli gives it").commandLine().getOut();
    }
}
