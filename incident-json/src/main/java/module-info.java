/** Events as JSON and back. */
module dev.incidentkit.json {
    requires static org.jspecify;
    requires transitive dev.incidentkit.core;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports dev.incidentkit.json;
}
