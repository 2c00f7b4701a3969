package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.lifecycle.Requirement;
import dev.incidentkit.core.lifecycle.Transition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The default lifecycle against its table, which is data of its own: what is in it, and what is not. */
class TransitionTableTest {
    private static final String TABLE = "/dev/incidentkit/core/lifecycle/itil-transitions.csv";
    /** What these do is said by procedures, which the default does not have. */
    private static final Set<String> NEED_PROCEDURES = Set.of("PLAN", "TASK", "REQUEST_CHANGE", "DECIDE_CHANGE");

    private static final Instant AT = Instant.parse("2026-03-27T08:00:00Z");
    private static final Actor EVERYBODY = Actor.human(
            "all", Role.CALLER, Role.SERVICE_DESK, Role.RESOLVER, Role.INCIDENT_MANAGER, Role.SUPPLIER, Role.SYSTEM);
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    private static List<NamedCsvRecord> rows() {
        try (InputStream table = Objects.requireNonNull(TransitionTableTest.class.getResourceAsStream(TABLE));
                CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(table)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }

    @Test
    void the_lifecycle_has_the_transitions_of_the_table_and_no_others() {
        List<String> written = rows().stream()
                .map(row -> String.join(
                        " | ",
                        row.getField("from"),
                        row.getField("action"),
                        row.getField("to"),
                        sorted(Stream.of(row.getField("required").split(" ")), Function.identity()),
                        sorted(Stream.of(row.getField("roles").split(" ")), Function.identity())))
                .sorted()
                .toList();
        List<String> built = new ArrayList<>();
        for (Transition transition : Lifecycle.itil().transitions()) {
            if (transition.from().isEmpty()) {
                built.add(line(
                        transition,
                        "",
                        names(Stream.of(transition.branches().get(0).to()))));
            }
            transition
                    .from()
                    .forEach(
                            from -> built.add(line(transition, from.name(), names(transition.targets(from).stream()))));
        }

        assertThat(built.stream().sorted()).containsExactlyElementsOf(written);
    }

    private static String line(Transition transition, String from, String to) {
        return String.join(
                " | ",
                from,
                transition.action().name(),
                to,
                sorted(
                        transition.required().stream().filter(required -> required.forReason() == null),
                        required -> required.field().fieldName()),
                sorted(transition.roles().stream(), Role::name));
    }

    private static String names(Stream<Status> statuses) {
        return statuses.map(Status::name).collect(Collectors.joining(" "));
    }

    private static <T> String sorted(Stream<T> values, Function<T, String> name) {
        return values.map(name).sorted().collect(Collectors.joining(" "));
    }

    @Test
    void a_hold_for_the_caller_takes_a_comment_and_a_cancelled_duplicate_the_other_incident() {
        assertThat(Lifecycle.itil().transitions().stream()
                        .flatMap(transition -> transition.required().stream()
                                .filter(required -> required.forReason() != null)
                                .map(Requirement::toString)))
                .containsOnly("comment for CALLER", "duplicateOf for DUPLICATE");
    }

    /** Every action on every status that the table does not name. */
    @TestFactory
    Stream<DynamicTest> what_is_not_in_the_table_is_refused() {
        TreeSet<String> named = rows().stream()
                .map(row -> row.getField("from") + " " + row.getField("action"))
                .collect(Collectors.toCollection(TreeSet::new));
        return Lifecycle.itil().statuses().stream()
                .flatMap(status -> TestCommands.BY_ACTION.values().stream()
                        .filter(command -> !command.action().equals(Action.WAKE))
                        .filter(command -> !named.contains(status + " " + command.action()))
                        .filter(command -> !Satisfied.isSatisfied(
                                in(status),
                                command,
                                command.theme(),
                                Lifecycle.itil()
                                        .transition(status, command.action())
                                        .orElse(null),
                                CommandContext.of(EVERYBODY, AT)))
                        .map(command -> DynamicTest.dynamicTest(
                                command.action() + " from " + status, () -> refusedAsUnknown(status, command))));
    }

    private static void refusedAsUnknown(Status status, IncidentCommand command) {
        CommandContext context = CommandContext.of(EVERYBODY, AT);
        List<Unmet> unmet = ITIL.check(in(status), command, context);

        assertThat(unmet).extracting(Unmet::code).contains(UnmetCode.TRANSITION_UNKNOWN);
        assertThat(unmet.get(0).message()).contains(command.action().name(), status.name());
        assertThat(Histories.outcome(ITIL, in(status), command, context).unmet())
                .isEqualTo(unmet);
    }

    /** Every row of the table, taken with all that it asks for. */
    @TestFactory
    Stream<DynamicTest> what_is_in_the_table_is_done_and_leads_where_it_says() {
        return rows().stream()
                .filter(row -> !row.getField("from").isEmpty())
                .filter(row -> !NEED_PROCEDURES.contains(row.getField("action")))
                .map(row -> DynamicTest.dynamicTest(row.getField("action") + " from " + row.getField("from"), () -> {
                    IncidentCommand command = TestCommands.of(row.getField("action"));
                    boolean moves = command.action().equals(Action.MIGRATE);
                    ProcessDefinition definition = moves ? TestDefinitions.CHOSEN : ITIL;
                    Incident incident = readyToClose(
                            in(Lifecycle.itil().status(row.getField("from")).orElseThrow()), command);
                    Incident after =
                            incident.applyAll(definition.decide(incident, command, CommandContext.of(EVERYBODY, AT)));

                    assertThat(row.getField("to").split(" "))
                            .contains(after.status().name());
                    assertThat(after.version()).isGreaterThan(incident.version());
                }));
    }

    private static Incident readyToClose(Incident incident, IncidentCommand command) {
        Incident ready = incident;
        if (command.action().equals(Action.CLOSE)) {
            for (String item : Lifecycle.itil().checklist()) {
                ready = ready.applyAll(ITIL.decide(
                        ready, new WorkCommand.AnswerChecklist(item, true, null), CommandContext.of(EVERYBODY, AT)));
            }
        }
        return ready;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/dev/incidentkit/core/lifecycle/missing-fields.csv", useHeadersInDisplayName = true)
    @Tag("C-20")
    void what_is_missing_is_named_all_at_once(String from, String command, String lacking) {
        Incident bare = from.equals("-") ? in(Status.NEW) : in(new Status(from, phase(from)));
        IncidentCommand asked = TestCommands.lacking(command);
        CommandContext nobody = CommandContext.of(Actor.human("nobody"), AT);
        List<Unmet> unmet = ITIL.check(bare, asked, nobody);

        assertThat(unmet.stream().map(each -> each.code() + (each.field() == null ? "" : ":" + each.field())))
                .containsExactlyInAnyOrder(lacking.split(" "));
        assertThat(Histories.outcome(ITIL, bare, asked, nobody).unmet()).isEqualTo(unmet);
    }

    private static Phase phase(String status) {
        return Lifecycle.itil().status(status).orElseThrow().phase();
    }

    @Test
    void a_refusal_says_what_was_asked_of_which_incident_and_everything_that_stands_against_it() {
        IncidentRejectedException refusal = catchThrowableOfType(
                IncidentRejectedException.class,
                () -> ITIL.decide(
                        in(Status.NEW),
                        TestCommands.lacking("RESOLVE_BARE"),
                        CommandContext.of(Actor.agent("ann"), AT)));

        assertThat(refusal)
                .hasMessageStartingWith("RESOLVE of Incident INC-1 (NEW, version 1) is refused: ")
                .hasMessageContaining("FIELD_REQUIRED(category): category must be given; ")
                .hasMessageContaining("FIELD_REQUIRED(resolutionCode)");
        assertThat(refusal.unmet()).hasSize(3);
    }

    private static Incident in(Status status) {
        boolean resolved = status.equals(Status.RESOLVED) || status.equals(Status.CLOSED);
        boolean owned = status.equals(Status.IN_PROGRESS);
        return ITIL.adopt(
                new IncidentId("INC-1"),
                AdoptedTicket.of(status, AT.minusSeconds(3_600))
                        .owner(owned ? Owner.group("mail") : null)
                        .resolvedAt(resolved ? AT.minusSeconds(60) : null)
                        .closedAt(status.phase().isEnd() ? AT : null)
                        .build(),
                AT);
    }
}
