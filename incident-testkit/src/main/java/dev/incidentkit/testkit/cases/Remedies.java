package dev.incidentkit.testkit.cases;

import static dev.incidentkit.testkit.cases.CommandCases.ANN;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.MajorState;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.ProcessCommand;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.ReviewCommand;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Task;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Guards;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.core.process.ChangePolicy;
import dev.incidentkit.core.process.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** What can be done about something that stands against a step. */
final class Remedies {
    private final ProcessDefinition definition;
    private final SampleValues samples;
    private final Map<String, BiFunction<Incident, String, List<IncidentCommand>>> known = new HashMap<>();

    Remedies(ProcessDefinition definition) {
        this.definition = definition;
        this.samples = new SampleValues(definition);
        values();
        plans();
        repairs();
    }

    /** What can be done, the first that is accepted will do; none where nothing is known. */
    List<RouteStep> of(Incident incident, Unmet unmet) {
        if (unmet.code().equals(UnmetCode.NOT_QUIET)) {
            return quiet().map(RouteStep::waiting).stream().toList();
        }
        String field = Objects.requireNonNullElse(unmet.field(), "");
        return known.getOrDefault(unmet.code(), (unused, name) -> List.of()).apply(incident, field).stream()
                .map(command -> RouteStep.now(new CommandCase(name(command), actor(command), command)))
                .toList();
    }

    private static String name(IncidentCommand command) {
        return command.action().toString().toLowerCase(Locale.ROOT).replace('_', ' ') + " first";
    }

    /** Somebody who may do it as a rule. */
    private Actor actor(IncidentCommand command) {
        return CommandCases.permitted(definition, ANN, command.action());
    }

    private void values() {
        known.put(UnmetCode.FIELD_REQUIRED, (incident, field) -> field(field));
        known.put(UnmetCode.CATEGORY_TOO_COARSE, (incident, field) -> field(Field.BuiltIn.CATEGORY.fieldName()));
        known.put(UnmetCode.OWNER_REQUIRED, (incident, field) -> field(Field.BuiltIn.OWNER.fieldName()));
        known.put(
                UnmetCode.CHECKLIST_OPEN,
                (incident, field) -> List.of(new WorkCommand.AnswerChecklist(field, true, null)));
        known.put(
                UnmetCode.CONTAINMENT_REQUIRED,
                (incident, field) -> List.of(new WorkCommand.Contain(null, "Unplugged")));
        known.put(
                UnmetCode.TYPE_UNDECIDED,
                (incident, field) -> List.of(new TriageCommand.Reclassify(RecordType.INCIDENT, "It is one")));
    }

    private List<IncidentCommand> field(String name) {
        if (name.startsWith("attribute:")) {
            String attribute = name.substring("attribute:".length());
            return samples
                    .value(attribute)
                    .<IncidentCommand>map(value -> WorkCommand.Amend.attributes(Attributes.of(attribute, value)))
                    .stream()
                    .toList();
        }
        for (Field.BuiltIn field : Field.BuiltIn.values()) {
            if (field.fieldName().equals(name)) {
                return builtIn(field);
            }
        }
        return List.of();
    }

    /** What is given anew with each step cannot be given before it. */
    private List<IncidentCommand> builtIn(Field.BuiltIn field) {
        return switch (field) {
            case CATEGORY -> List.of(new TriageCommand.Categorize(samples.category()));
            case IMPACT, URGENCY, PRIORITY -> List.of(judged(), CommandCases.override(definition));
            case SEVERITY ->
                List.of(new TriageCommand.Triage(
                        null, null, definition.severities().at(0)));
            case OWNER -> List.of(new AssignmentCommand.Assign(Owner.group("network")));
            case RESTORED_AT -> List.of(new WorkCommand.Restore(null));
            case TITLE, DESCRIPTION, SERVICES, AFFECTED_USERS ->
                List.of(new WorkCommand.Amend(
                        "All is broken", "Since noon", Set.of("mail"), 7, Attributes.none(), Set.of()));
            default -> List.of();
        };
    }

    private IncidentCommand judged() {
        return TriageCommand.Triage.of(
                definition.impacts().at(0), definition.urgencies().at(0));
    }

    private void plans() {
        known.put(
                UnmetCode.TASK_OPEN,
                (incident, task) -> List.of(new ProcessCommand.FinishTask(task, "As it is written")));
        known.put(
                UnmetCode.DIAGNOSIS_OPEN,
                (incident, task) -> List.of(new ProcessCommand.FinishTask(task, "As it is written")));
        known.put(UnmetCode.TASK_BLOCKED, this::before);
        known.put(UnmetCode.TASK_UNKNOWN, (incident, task) -> planned(task));
    }

    /** The tasks that must be settled before one. */
    private List<IncidentCommand> before(Incident incident, String task) {
        Set<String> after = incident.handling()
                .task(task)
                .map(found -> found.planned().after())
                .orElse(Set.of());
        return incident.handling().tasks().stream()
                .filter(one -> after.contains(one.name()) && !one.state().isSettled())
                .map(Task::name)
                .<IncidentCommand>map(name -> new ProcessCommand.FinishTask(name, "As it is written"))
                .toList();
    }

    private List<IncidentCommand> planned(String task) {
        List<IncidentCommand> plans = new ArrayList<>();
        for (Plan plan : definition.procedures().plans()) {
            if (plan.tasks().stream().anyMatch(one -> one.name().equals(task))) {
                plans.add(new ProcessCommand.OpenPlan(plan.kind(), plan.name(), "It is needed"));
            }
        }
        return plans;
    }

    private void repairs() {
        known.put(
                UnmetCode.WORKAROUND_ACTIVE,
                (incident, name) -> List.of(new ProcessCommand.RemoveWorkaround(name, "As before")));
        known.put(
                UnmetCode.WORKAROUND_UNKNOWN,
                (incident, name) -> List.of(new ProcessCommand.ApplyWorkaround(name, "Over Basel")));
        known.put(UnmetCode.CHANGE_UNKNOWN, (incident, name) -> requests(name));
        known.put(
                UnmetCode.PARTICIPANT_UNKNOWN,
                (incident, name) -> List.of(new ProcessCommand.Engage(Role.RESOLVER, CommandCases.BEN)));
        known.put(UnmetCode.REVIEW_REQUIRED, (incident, name) -> List.of(CommandCases.review()));
        known.put(UnmetCode.REVIEW_NOT_OPEN, (incident, name) -> List.of(CommandCases.review()));
        known.put(UnmetCode.REVIEW_INCOMPLETE, (incident, name) -> List.of(section(name)));
        known.put(UnmetCode.REVIEW_ACTION_UNKNOWN, (incident, name) -> List.of(CommandCases.reviewAction()));
        known.put(
                UnmetCode.MAJOR_STATE,
                (incident, name) -> incident.handling().isMajor()
                        ? List.of()
                        : List.of(
                                new ProcessCommand.DecideMajor(MajorState.PROPOSED, "Everybody suffers"),
                                new ProcessCommand.DecideMajor(MajorState.ACCEPTED, "Everybody suffers")));
    }

    private List<IncidentCommand> requests(String change) {
        return definition.procedures().changes().stream()
                .map(ChangePolicy::name)
                .filter(policy -> change.equals(ProcedureCases.change(policy)))
                .<IncidentCommand>map(policy -> new ProcessCommand.RequestChange(change, policy))
                .toList();
    }

    private static IncidentCommand section(String name) {
        return new ReviewCommand.WriteReview(ReviewSection.valueOf(name), "As we found it");
    }

    /** The longest time that a guard of the lifecycle watches. */
    private Optional<Duration> quiet() {
        Set<Duration> times = new TreeSet<>();
        for (Transition transition : definition.lifecycle().transitions()) {
            List<Guard> guards = new ArrayList<>(transition.guards());
            transition.branches().forEach(branch -> guards.addAll(branch.when()));
            guards.forEach(guard -> Guards.quietTime(guard).ifPresent(times::add));
        }
        return times.stream().max(Duration::compareTo);
    }
}
