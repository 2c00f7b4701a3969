package dev.incidentkit.testkit.cases;

import static dev.incidentkit.testkit.cases.CommandCases.CLEO;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.ReportBuilder;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.policy.ConditionTable;
import dev.incidentkit.core.policy.SelectionPolicy;
import dev.incidentkit.core.process.MajorPolicy;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaTarget;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.incident.CategoryTable;
import dev.incidentkit.rules.incident.EscalationTable;
import dev.incidentkit.rules.incident.ModelTable;
import dev.incidentkit.rules.incident.RoutingTable;
import dev.incidentkit.rules.incident.SlaTable;
import dev.incidentkit.rules.incident.TriageTable;
import dev.incidentkit.testkit.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reports that a definition tells apart: each meets one of its conditions, or is one input of one of its tables. */
final class ReportCases {
    /** So many inputs of a table begin a report. */
    private static final int MOST = 300;

    private final ProcessDefinition definition;
    private final SampleValues samples;

    ReportCases(ProcessDefinition definition) {
        this.definition = definition;
        this.samples = new SampleValues(definition);
    }

    /** A report that says no more than it must. */
    ReportBuilder plain() {
        ReportBuilder report = Report.of("Something is broken", Reporter.person("cleo"), Channel.PHONE)
                .attributes(samples.requiredAttributes(Action.REPORT));
        for (Field field : samples.required(Action.REPORT)) {
            if (field instanceof Field.BuiltIn builtIn) {
                give(report, builtIn);
            }
        }
        return report;
    }

    private void give(ReportBuilder report, Field.BuiltIn field) {
        Instant before = Scenario.MONDAY_MORNING.minusSeconds(1800);
        switch (field) {
            case DESCRIPTION -> report.description("Since half past eight");
            case SYMPTOMS -> report.symptoms("It smokes");
            case OCCURRED_AT -> report.occurredAt(before);
            case DETECTED_AT -> report.detectedAt(before);
            case CATEGORY -> report.category(samples.category());
            case IMPACT -> report.impact(definition.impacts().at(0));
            case URGENCY -> report.urgency(definition.urgencies().at(0));
            case SEVERITY -> report.severity(definition.severities().at(0));
            case SERVICES -> report.services(Set.of("mail"));
            case AFFECTED_USERS -> report.affectedUsers(7);
            default -> {
                // every report has it, or no report can give it
            }
        }
    }

    /** One for each condition that a report can meet, with the most severe impact and urgency. */
    List<CommandCase> ofConditions() {
        List<CommandCase> reports = new ArrayList<>();
        conditions().forEach(condition -> addMeeting(condition, reports));
        return reports;
    }

    private void addMeeting(Condition condition, List<CommandCase> reports) {
        for (List<Condition> all : alternatives(condition)) {
            ReportFacts facts = new ReportFacts(definition, plain());
            facts.mostSevere();
            all.forEach(facts::meet);
            if (facts.isTold()) {
                add(reports, "report where " + condition, facts.build());
            }
        }
    }

    /** For each condition on which a clock applies one report that meets it, with the most severe impact and urgency. */
    List<CommandCase> ofClocks() {
        List<CommandCase> reports = new ArrayList<>();
        for (SlaPolicy policy : definition.slas()) {
            for (SlaTarget target : policy.targets()) {
                List<CommandCase> meeting = new ArrayList<>();
                addMeeting(target.conditions().attach(), meeting);
                meeting.stream().limit(1).forEach(reports::add);
            }
        }
        return reports;
    }

    /** Reports that meet a condition and say nothing else, whether or not they are refused. */
    List<CommandCase> bare(Condition condition) {
        List<CommandCase> reports = new ArrayList<>();
        for (List<Condition> all : alternatives(condition)) {
            ReportFacts facts = new ReportFacts(
                    definition, Report.of("Something is broken", Reporter.person("cleo"), Channel.PHONE));
            all.forEach(facts::meet);
            if (facts.isTold()) {
                reports.add(new CommandCase("report where " + condition, CLEO, facts.build()));
            }
        }
        return reports;
    }

    /** What is refused is no way to begin. */
    private void add(List<CommandCase> reports, String name, Report report) {
        CommandContext context = CommandContext.of(CLEO, Scenario.MONDAY_MORNING);
        boolean isNew = reports.stream().noneMatch(one -> one.command().equals(report));
        if (isNew && definition.checkBeginning(report, context).isEmpty()) {
            reports.add(new CommandCase(name, CLEO, report));
        }
    }

    private Set<Condition> conditions() {
        Procedures procedures = definition.procedures();
        Set<Condition> all = new LinkedHashSet<>();
        rows(procedures.classification(), all);
        rows(procedures.selection(), all);
        procedures.fields().forEach(rule -> all.add(rule.when()));
        procedures.messages().forEach(line -> all.add(line.when()));
        procedures.staffing().forEach(rule -> all.add(rule.when()));
        procedures.escalations().forEach(chain -> all.add(chain.when()));
        MajorPolicy majors = procedures.majors();
        if (majors != null) {
            majors.candidates().forEach(candidate -> all.add(candidate.when()));
        }
        for (SlaPolicy policy : definition.slas()) {
            policy.targets().forEach(target -> all.add(target.conditions().attach()));
        }
        return all;
    }

    private static void rows(SelectionPolicy<?> policy, Set<Condition> all) {
        if (policy instanceof ConditionTable<?> table) {
            table.rows().forEach(row -> all.add(row.when()));
        }
    }

    /** The ways to meet a condition, each a list of conditions that must all hold. */
    private static List<List<Condition>> alternatives(Condition condition) {
        if (condition instanceof Condition.AnyOf anyOf) {
            return anyOf.conditions().stream()
                    .flatMap(one -> alternatives(one).stream())
                    .toList();
        }
        if (!(condition instanceof Condition.AllOf allOf)) {
            return List.of(List.of(condition));
        }
        List<List<Condition>> products = List.of(List.of());
        for (Condition one : allOf.conditions()) {
            List<List<Condition>> more = new ArrayList<>();
            for (List<Condition> product : products) {
                for (List<Condition> way : alternatives(one)) {
                    List<Condition> joined = new ArrayList<>(product);
                    joined.addAll(way);
                    more.add(joined);
                }
            }
            products = more.subList(0, Math.min(MOST, more.size()));
        }
        return products;
    }

    /** One for each input that is made of the definition's tables. */
    List<CommandCase> ofTables() {
        List<CommandCase> reports = new ArrayList<>();
        for (RuleTable table : tables()) {
            TableCases.of(table).stream()
                    .limit(MOST)
                    .forEach(input -> told(table, input.values())
                            .ifPresent(report ->
                                    add(reports, "report of " + input.place() + " " + input.values(), report)));
        }
        return reports;
    }

    /** A report that says what an input says; empty where it can say nothing of it. */
    private Optional<Report> told(RuleTable table, List<@Nullable Object> values) {
        ReportFacts facts = new ReportFacts(definition, plain());
        try {
            TableCases.named(table, values).forEach((column, value) -> {
                if (value != null) {
                    facts.tell(column, value);
                }
            });
            return facts.isTold() ? Optional.of(facts.build()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the neighbour of a text is no category, for example
        }
    }

    private List<RuleTable> tables() {
        List<RuleTable> tables = new ArrayList<>();
        triage().ifPresent(tables::add);
        if (definition.routing() instanceof RoutingTable routing) {
            tables.add(routing.table().table());
        }
        if (definition.slaSelection() instanceof SlaTable selection) {
            tables.add(selection.table().table());
        }
        if (definition.escalation() instanceof EscalationTable escalation) {
            tables.add(escalation.table());
        }
        if (definition.procedures().classification() instanceof CategoryTable categories) {
            tables.add(categories.table().table());
        }
        if (definition.procedures().selection() instanceof ModelTable models) {
            tables.add(models.table().table());
        }
        return tables;
    }

    private Optional<RuleTable> triage() {
        return definition.triage() instanceof TriageTable triage
                ? Optional.of(triage.table().table())
                : Optional.empty();
    }
}
