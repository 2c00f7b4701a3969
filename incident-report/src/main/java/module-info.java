/** Reports of figures, and pictures of lifecycles and of clocks. */
module dev.incidentkit.report {
    requires static java.compiler; // the mark of what the template compiler wrote
    requires static org.jspecify;
    requires transitive dev.incidentkit.core;
    requires transitive dev.incidentkit.metrics;
    requires com.google.common; // for ELK: an automatic module brings only other automatic ones, and this is none
    requires de.siegmar.fastcsv;
    requires gg.jte.runtime;
    requires java.xml;
    requires org.eclipse.elk.alg.layered;
    requires org.eclipse.elk.core;
    requires org.eclipse.elk.graph;
    requires org.eclipse.emf.common;
    requires org.eclipse.emf.ecore;
    requires tools.jackson.core;

    exports dev.incidentkit.report;
}
