package dev.incidentkit.store;

import java.util.Optional;

/** Definitions by their content hash, so that every node knows what an incident is pinned to. */
public interface Definitions {
    /**
     * Keeps a definition. Where it is kept already, nothing happens.
     *
     * @param definition the definition
     * @throws StoreException if another content is kept under the same hash
     */
    void keepDefinition(StoredDefinition definition);

    /**
     * Finds a definition.
     *
     * @param hash its content hash
     * @return the definition, or empty
     */
    Optional<StoredDefinition> definition(String hash);
}
