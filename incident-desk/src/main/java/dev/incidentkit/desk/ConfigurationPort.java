package dev.incidentkit.desk;

import java.util.Set;

/**
 * Says what depends on a configuration item. It is asked when an item is linked as one that suffers, before anything is
 * decided; the services that it names are added to those of the incident, and the answer is on the record. One that throws
 * has the link refused ({@code PORT_FAILED}). Implementations must be safe for use by several threads.
 */
@FunctionalInterface
public interface ConfigurationPort {
    /**
     * The services that suffer where an item does.
     *
     * @param item the host's identifier of the item
     * @return the names of the services; none where nothing depends on it or it is not known
     */
    Set<String> dependentServices(String item);

    /** {@return a port that knows of no dependencies} */
    static ConfigurationPort none() {
        return item -> Set.of();
    }
}
