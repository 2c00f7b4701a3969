/** What those need who test their own rules, lifecycles, clocks and stores against the library. */
module dev.incidentkit.testkit {
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires static net.jqwik.api;
    requires static org.jspecify;
    requires transitive dev.incidentkit.core;
    requires transitive dev.incidentkit.desk;
    requires transitive dev.incidentkit.metrics;
    requires transitive dev.incidentkit.rules;
    requires transitive dev.incidentkit.store;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires dev.incidentkit.json;

    exports dev.incidentkit.testkit;
    exports dev.incidentkit.testkit.assertion;
    exports dev.incidentkit.testkit.cases;
    exports dev.incidentkit.testkit.conformance;
    exports dev.incidentkit.testkit.coverage;
    exports dev.incidentkit.testkit.history;
    exports dev.incidentkit.testkit.jqwik;
    exports dev.incidentkit.testkit.mutation;
    exports dev.incidentkit.testkit.store;
}
