package dev.incidentkit.spring.boot;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.definition.ProcessDefinitionBuilder;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.policy.EscalationPolicy;
import dev.incidentkit.core.policy.OnCallSchedule;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.core.policy.SlaSelection;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.rules.config.DefinitionFiles;
import dev.incidentkit.rules.config.DefinitionFinding;
import dev.incidentkit.rules.config.DefinitionResult;
import dev.incidentkit.rules.config.DefinitionSource;
import dev.incidentkit.rules.config.HolidaySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** Reads definitions that properties name, with the guards, holidays and policies that are beans. */
final class DefinitionLoader {
    private static final Logger LOG = LoggerFactory.getLogger(DefinitionLoader.class);

    private final BeanFactory beans;
    private final ResourceLoader resources;

    DefinitionLoader(BeanFactory beans, ResourceLoader resources) {
        this.beans = beans;
        this.resources = resources;
    }

    /**
     * Reads a definition.
     *
     * @param property the property that names it, for messages
     * @param reference the name of a preset or the location of a file
     * @throws DefinitionRefusedException with all findings of all its files
     */
    ProcessDefinition load(String property, String reference) {
        DefinitionResult result = read(property, reference);
        if (result.definition().isEmpty()) {
            throw new DefinitionRefusedException(
                    property,
                    reference,
                    result.findings().stream().map(DefinitionFinding::describe).toList());
        }
        result.findings().forEach(finding -> LOG.warn("Definition '{}': {}", reference, finding));
        return withPolicies(result.orThrow());
    }

    private DefinitionResult read(String property, String reference) {
        DefinitionFiles files = files();
        if (DefinitionFiles.presets().contains(reference)) {
            return files.preset(reference);
        }
        Resource resource = resources.getResource(reference);
        String name = resource.getFilename();
        if (name == null || name.isEmpty() || !(reference.contains(".") || reference.contains(":"))) {
            throw new DefinitionRefusedException(
                    property,
                    reference,
                    List.of("'" + reference + "' is none of the presets " + DefinitionFiles.presets()
                            + " and no location of a file, such as classpath:process/support.yaml"));
        }
        try {
            return resource.isFile() ? files.read(resource.getFile().toPath()) : files.read(name, beside(resource));
        } catch (IOException e) {
            throw new UncheckedIOException("The location '" + reference + "' of " + property + " is no file", e);
        }
    }

    /** Files beside a resource, wherever it is: on the class path, in a jar, at an address. */
    private static DefinitionSource beside(Resource first) {
        return name -> first.createRelative(name).getInputStream();
    }

    private DefinitionFiles files() {
        DefinitionFiles files = DefinitionFiles.standard()
                .withGuards(beans.getBeanProvider(Guard.class).orderedStream().toArray(Guard[]::new));
        HolidaySource holidays = beans.getBeanProvider(HolidaySource.class).getIfAvailable();
        return holidays == null ? files : files.withHolidays(holidays);
    }

    /** A policy that is a bean takes the place of the one that the files say. */
    private ProcessDefinition withPolicies(ProcessDefinition read) {
        ProcessDefinitionBuilder builder = ProcessDefinition.builder(read);
        beans.getBeanProvider(TriagePolicy.class).ifAvailable(builder::triage);
        beans.getBeanProvider(RoutingPolicy.class).ifAvailable(builder::routing);
        beans.getBeanProvider(SlaSelection.class).ifAvailable(builder::slaSelection);
        beans.getBeanProvider(EscalationPolicy.class).ifAvailable(builder::escalation);
        beans.getBeanProvider(OnCallSchedule.class)
                .ifAvailable(schedule -> builder.procedures(
                        Procedures.builder(read.procedures()).onCall(schedule).build()));
        return builder.build();
    }
}
