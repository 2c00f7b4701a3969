/** Decision tables over typed columns: written, proven, compiled, and evaluated without allocation. */
module dev.incidentkit.rules {
    requires static org.jspecify;
    requires transitive dev.incidentkit.core;

    exports dev.incidentkit.rules;
    exports dev.incidentkit.rules.incident;
}
