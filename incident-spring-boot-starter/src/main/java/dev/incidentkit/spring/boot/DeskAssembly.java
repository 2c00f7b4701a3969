package dev.incidentkit.spring.boot;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.NotificationPort;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.ServiceDeskBuilder;
import dev.incidentkit.store.IncidentStore;
import java.time.InstantSource;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/** Builds the desk from properties and beans. */
final class DeskAssembly {
    private final ListableBeanFactory beans;
    private final DefinitionLoader definitions;
    private final IncidentKitProperties properties;

    DeskAssembly(ListableBeanFactory beans, DefinitionLoader definitions, IncidentKitProperties properties) {
        this.beans = beans;
        this.definitions = definitions;
        this.properties = properties;
    }

    ServiceDesk desk(IncidentStore store) {
        ServiceDeskBuilder builder = ServiceDesk.builder(store, beans.getBean(ProcessDefinition.class))
                .keyLife(properties.commands().keyLife())
                .attempts(properties.commands().attempts())
                .notifications(beans.getBeanProvider(NotificationFilter.class).getIfAvailable(this::notifications));
        beans.getBeanProvider(ProcessDefinition.class).stream().forEach(builder::alsoKnows);
        for (String earlier : properties.earlierDefinitions()) {
            builder.alsoKnows(definitions.load("incidentkit.earlier-definitions", earlier));
        }
        beans.getBeanProvider(InstantSource.class).ifUnique(builder::clock);
        beans.getBeanProvider(ServiceDeskCustomizer.class)
                .orderedStream()
                .forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    /** Messages are written only where somebody sends them. The port is not made here: it may need the desk. */
    private NotificationFilter notifications() {
        boolean sent =
                BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, NotificationPort.class, true, false).length
                        > 0;
        return sent ? NotificationFilter.standard() : NotificationFilter.none();
    }
}
