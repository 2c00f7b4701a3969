/** What those need who test their own stores against the library. */
module dev.incidentkit.testkit {
    requires static org.jspecify;
    requires transitive dev.incidentkit.core;
    requires transitive dev.incidentkit.store;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;

    exports dev.incidentkit.testkit.store;
}
