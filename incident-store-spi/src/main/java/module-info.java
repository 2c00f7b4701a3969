/** What a store of incident records must do, capability by capability, and the in-memory store. */
module dev.incidentkit.store {
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
    requires transitive dev.incidentkit.core;

    exports dev.incidentkit.store;
}
