/** Decision tables over typed columns: written, proven, compiled, and evaluated without allocation. */
module dev.incidentkit.rules {
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires org.snakeyaml.engine;
    requires static org.jspecify;
    requires transitive dev.incidentkit.core;

    exports dev.incidentkit.rules;
    exports dev.incidentkit.rules.config;
    exports dev.incidentkit.rules.dmn;
    exports dev.incidentkit.rules.format;
    exports dev.incidentkit.rules.incident;
}
