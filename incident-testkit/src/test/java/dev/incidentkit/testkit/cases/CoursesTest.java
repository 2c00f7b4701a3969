package dev.incidentkit.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Scale;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.incident.IncidentFacts;
import dev.incidentkit.rules.incident.IncidentSchemas;
import dev.incidentkit.rules.incident.IncidentTable;
import dev.incidentkit.rules.incident.RoutingTable;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoursesTest {
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    @Test
    void courses_under_a_definition_hold_under_it() {
        List<Scenario> courses = Courses.of(Samples.PROCESS);

        assertThat(courses).hasSizeGreaterThan(150);
        assertThatCode(() -> courses.forEach(course -> course.verify(Samples.PROCESS)))
                .doesNotThrowAnyException();
    }

    @Test
    void each_guard_is_met_where_it_alone_stands_against_the_step() {
        assertThat(Courses.of(ITIL))
                .extracting(Scenario::name)
                .contains(
                        "close while only checklist is not content, from RESOLVED",
                        "close while only workarounds-settled is not content, from RESOLVED",
                        "close while only no-open-child is not content, from RESOLVED",
                        "resume while only owned is not content, from ON_HOLD");
        assertThat(Courses.of(Samples.PROCESS))
                .extracting(Scenario::name)
                .contains(
                        "close while only plans-checked is not content, from RESOLVED",
                        "resolve while only tasks-settled is not content, from NEW");
    }

    @Test
    void incidents_begin_in_every_way_and_clocks_come_to_apply_late() {
        assertThat(Courses.of(ITIL))
                .extracting(Scenario::name)
                .contains(
                        "judged PT29H after the report",
                        "an override is all that gives a priority, and is withdrawn",
                        "adopted while NEW without an answer",
                        "adopted while CLOSED with an answer",
                        "adopted while IN_PROGRESS after waiting that is known as a sum",
                        "imported: P1 in NEW, P2 of rank 0 after PT5H",
                        "what a beginning by REPORT requires");
    }

    @Test
    void a_refusal_that_is_none_any_more_is_told() {
        ProcessDefinition lax = ProcessDefinition.builder(ITIL)
                .lifecycle(Lifecycle.builder(ITIL.lifecycle())
                        .without(Action.START)
                        .transition(Action.START, step -> step.from(Status.NEW).to(Status.IN_PROGRESS))
                        .build())
                .build();
        Scenario begun = Courses.refusals(ITIL).get(0);

        assertThatCode(() -> begun.verify(ITIL)).doesNotThrowAnyException();
        assertThatThrownBy(() -> begun.verify(lax))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "Expecting 'start without an owner' to be refused for [FIELD_REQUIRED(owner)]",
                        "but it was accepted");
    }

    @Test
    void reports_meet_the_conditions_of_procedures() {
        assertThat(CommandCases.reports(Samples.PROCESS))
                .extracting(CommandCase::name)
                .anyMatch(name -> name.contains("category in [smtp]"))
                .anyMatch(name -> name.contains("affectedUsers from 100"));
    }

    @Test
    void reports_are_inputs_of_tables_sets_of_names_among_them() {
        AttributeDefinition tags = AttributeDefinition.of("tags", AttributeType.SET);
        IncidentFacts facts = IncidentFacts.of(Scale.IMPACT, Scale.URGENCY, Scale.SEVERITY, Scale.PRIORITY)
                .withName(tags, "vip")
                .withName(tags, "plant")
                .withService("sap");
        RuleTable table = IncidentSchemas.routing(
                        facts.flag("tags: vip"), facts.flag("tags: plant"), facts.flag("affects sap"))
                .builder()
                .rule("both")
                .when(
                        facts.flag("tags: vip").is(true),
                        facts.flag("tags: plant").is(true))
                .then("FIRST")
                .rule("sap")
                .when(facts.flag("affects sap").is(true))
                .then("SAP")
                .build();
        ProcessDefinition definition = ProcessDefinition.builder(ITIL)
                .attribute(tags)
                .routing(new RoutingTable(IncidentTable.of(facts, table, IncidentSchemas.TEAM)))
                .build();

        List<Report> reports = CommandCases.reports(definition).stream()
                .map(CommandCase::command)
                .filter(Report.class::isInstance)
                .map(Report.class::cast)
                .toList();

        assertThat(reports)
                .anySatisfy(report ->
                        assertThat(report.attributes().get("tags")).contains(AttributeValue.of(Set.of("vip", "plant"))))
                .anySatisfy(report -> assertThat(report.services()).containsExactly("sap"));
    }

    @Test
    void commands_take_the_definition_s_own_categories_codes_and_plans() {
        List<IncidentCommand> commands = CommandCases.commands(Samples.PROCESS).stream()
                .map(CommandCase::command)
                .toList();

        assertThat(commands).extracting(Object::toString).anyMatch(text -> text.contains("QUEUE_EMPTY"));
        assertThat(CommandCases.commands(Samples.PROCESS))
                .extracting(CommandCase::name)
                .contains(
                        "open the plan mail down",
                        "finish to mend",
                        "ask for the change CHG-emergency",
                        "major: ACCEPTED",
                        "alert fires",
                        "write of the CAUSE");
    }
}
