package dev.incidentkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.rules.config.DefinitionFiles;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoutesTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    static Stream<String> presets() {
        return DefinitionFiles.presets().stream();
    }

    private static ProcessDefinition preset(String name) {
        return DefinitionFiles.standard().preset(name).orThrow();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void every_status_of_every_preset_is_reached_by_steps_that_are_all_accepted(String name) {
        ProcessDefinition definition = preset(name);
        Routes routes = Routes.of(definition);

        for (Status status : definition.lifecycle().statuses()) {
            Route route = routes.to(status.name()).orElseThrow();
            assertThat(route.scenario("reaches " + status)
                            .build()
                            .verify(definition)
                            .incident()
                            .status())
                    .as("%s", route)
                    .isEqualTo(status)
                    .isEqualTo(route.incident().status());
        }
    }

    @Test
    void the_way_is_the_shortest_and_asks_for_no_more_than_is_lacking() {
        assertThat(Routes.of(ITIL).to("IN_PROGRESS").orElseThrow()).hasToString("cleo: report, then ann: start");
        assertThat(Routes.of(ITIL).to("CLOSED").orElseThrow().steps()).hasSize(6);
    }

    @Test
    void a_watch_is_waited_for_and_a_review_is_opened() {
        ProcessDefinition deskera = preset("deskera-7");

        assertThat(Routes.of(deskera).to("REVIEWING").orElseThrow().toString())
                .contains("wait PT4H, then ann: perform END_WATCH");
        assertThat(Routes.of(preset("budibase-7")).to("LEARNING").orElseThrow().toString())
                .contains("review first, then ann: perform BEGIN_LEARNING");
    }

    @Test
    void what_a_step_of_the_host_s_own_asks_for_is_given() {
        Status checked = new Status("CHECKED", Phase.ACTIVE);
        ProcessDefinition own = ProcessDefinition.builder(ITIL)
                .attribute(AttributeDefinition.of("asset", AttributeType.TEXT))
                .lifecycle(Lifecycle.builder(ITIL.lifecycle())
                        .statuses(checked)
                        .transition(
                                new Action("VERIFY"),
                                step -> step.from(Status.IN_PROGRESS)
                                        .to(checked)
                                        .requires(
                                                Field.attribute("asset"), Field.BuiltIn.COMMENT, Field.BuiltIn.SERVICES)
                                        .roles(new Role("AUDITOR")))
                        .transition(Action.CANCEL, step -> step.from(checked).to(Status.CANCELLED))
                        .transition(Action.RESOLVE, step -> step.from(checked).to(Status.RESOLVED))
                        .build())
                .build();

        Route route = Routes.of(own).to("CHECKED").orElseThrow();

        assertThat(route.steps())
                .last()
                .satisfies(step -> assertThat(step.command().actor().roles()).contains(new Role("AUDITOR")));
        route.scenario("checked").build().verify(own);
    }

    @Test
    void a_guard_of_the_host_s_own_stays_in_the_way() {
        Guard never = new Guard(
                "never", "1", (incident, context) -> List.of(new Unmet(UnmetKind.GUARD, "FREEZE", null, "frozen")));
        ProcessDefinition frozen = ProcessDefinition.builder(ITIL)
                .lifecycle(Lifecycle.builder(ITIL.lifecycle())
                        .without(Action.CANCEL)
                        .transition(
                                Action.CANCEL,
                                step -> step.from(Status.NEW, Status.IN_PROGRESS, Status.ON_HOLD)
                                        .to(Status.CANCELLED)
                                        .guards(never))
                        .build())
                .build();

        assertThat(Routes.of(frozen).to("CANCELLED")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Routes.of(ITIL).to("GONE"))
                .withMessageContaining("'GONE' is none of [NEW,");
    }

    @Test
    void a_command_is_completed_with_what_it_lacks() {
        Routes routes = Routes.of(Samples.PROCESS);
        Route reported = routes.begun(CommandCases.reports(Samples.PROCESS).get(0), Scenario.MONDAY_MORNING)
                .orElseThrow();
        CommandCase mend = new CommandCase("mend", CommandCases.ANN, new ProcessCommand.FinishTask("mend", "Done"));

        assertThat(routes.completed(reported, mend).orElseThrow())
                .hasToString("cleo: report, then ann: plan first, then ann: task first, then ann: mend");
        assertThat(routes.completed(reported, new CommandCase("close", CommandCases.ANN, new LifecycleCommand.Close())))
                .isEmpty();
    }

    @Test
    void situations_are_told_apart_by_what_guards_look_at() {
        assertThat(Routes.of(ITIL).everywhere())
                .extracting(route -> RouteSearch.situation(route.incident()))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(20);
    }
}
