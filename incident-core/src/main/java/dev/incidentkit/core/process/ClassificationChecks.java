package dev.incidentkit.core.process;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Facts;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be known of incidents, and in which words. */
final class ClassificationChecks {
    private final Procedures procedures;

    ClassificationChecks(Procedures procedures) {
        this.procedures = procedures;
    }

    List<Unmet> check(Incident incident, IncidentCommand command) {
        List<Unmet> unmet = new ArrayList<>();
        if (command instanceof Report report) {
            category(unmet, report.category());
        } else if (command instanceof TriageCommand.Categorize categorize) {
            category(unmet, categorize.category());
        } else if (command instanceof LifecycleCommand.Resolve resolve) {
            category(unmet, resolve.category());
            finest(unmet, resolve.category() == null ? incident.category().orElse(null) : resolve.category());
            code(unmet, resolve.resolution().code());
        }
        type(unmet, incident, command.action());
        fields(unmet, incident, command);
        return unmet;
    }

    private void category(List<Unmet> unmet, @Nullable Category category) {
        Taxonomy taxonomy = procedures.taxonomy();
        if (taxonomy == null || category == null) {
            return;
        }
        Taxonomy.Entry entry = taxonomy.entry(category).orElse(null);
        if (entry == null) {
            unmet.add(Refusals.input(
                    UnmetCode.CATEGORY_UNKNOWN,
                    "category",
                    "taxonomy " + taxonomy.name() + " has no category '" + category + "'"));
        } else if (!entry.active()) {
            unmet.add(Refusals.input(
                    UnmetCode.CATEGORY_INACTIVE,
                    "category",
                    "category '" + category + "' of taxonomy " + taxonomy.name() + " is no longer given"));
        }
    }

    private void finest(List<Unmet> unmet, @Nullable Category category) {
        Taxonomy taxonomy = procedures.taxonomy();
        if (taxonomy != null && category != null && taxonomy.isDivided(category)) {
            unmet.add(Refusals.input(
                    UnmetCode.CATEGORY_TOO_COARSE,
                    "category",
                    "category '" + category + "' is divided further, and a resolution takes a finer one"));
        }
    }

    private void code(List<Unmet> unmet, @Nullable String code) {
        if (code != null
                && !procedures.resolutionCodes().isEmpty()
                && !procedures.resolutionCodes().contains(code)) {
            unmet.add(Refusals.input(
                    UnmetCode.RESOLUTION_CODE_UNKNOWN,
                    Field.BuiltIn.RESOLUTION_CODE.fieldName(),
                    "there is no resolution code '" + code + "'; there are "
                            + procedures.resolutionCodes().stream().sorted().toList()));
        }
    }

    private static void type(List<Unmet> unmet, Incident incident, Action action) {
        if (incident.handling().type() == RecordType.POTENTIAL_INCIDENT
                && (action.equals(Action.START) || action.equals(Action.RESOLVE))) {
            unmet.add(new Unmet(
                    UnmetKind.GUARD,
                    UnmetCode.TYPE_UNDECIDED,
                    null,
                    "it is to be judged first whether " + incident.id() + " is an incident"));
        }
    }

    private void fields(List<Unmet> unmet, Incident incident, IncidentCommand command) {
        Facts facts = incident.facts();
        for (FieldRule rule : procedures.fields()) {
            if (!rule.stage().equals(command.action()) || !rule.when().holds(facts)) {
                continue;
            }
            for (Field field : rule.fields()) {
                if (!command.gives(field) && !incident.has(field)) {
                    unmet.add(new Unmet(
                            UnmetKind.FIELD,
                            UnmetCode.FIELD_REQUIRED,
                            field.fieldName(),
                            field.fieldName() + " must be given, because rule '" + rule.name() + "' says so for "
                                    + rule.when()));
                }
            }
        }
    }

    /** Of the fields that any stage asks of the incident, the share that it has. */
    double completeness(Incident incident) {
        Facts facts = incident.facts();
        List<Field> asked = procedures.fields().stream()
                .filter(rule -> rule.when().holds(facts))
                .flatMap(rule -> rule.fields().stream())
                .distinct()
                .toList();
        long known = asked.stream().filter(incident::has).count();
        return asked.isEmpty() ? 1 : (double) known / asked.size();
    }
}
