package dev.incidentkit.spring.boot;

import dev.incidentkit.desk.ServiceDeskBuilder;

/**
 * Changes how the auto-configured desk is built. Beans of this type are called in their order, after everything that
 * properties and other beans say.
 */
@FunctionalInterface
public interface ServiceDeskCustomizer {
    /**
     * Changes the builder.
     *
     * @param builder of the desk, with store, definitions, clock, notifications, key life and attempts given
     */
    void customize(ServiceDeskBuilder builder);
}
