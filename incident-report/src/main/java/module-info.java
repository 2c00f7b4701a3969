/** Pictures of lifecycles and of clocks, as SVG and Mermaid. */
module dev.incidentkit.report {
    requires static org.jspecify;
    requires transitive dev.incidentkit.core;
    requires com.google.common; // for ELK: an automatic module brings only other automatic ones, and this is none
    requires java.xml;
    requires org.eclipse.elk.alg.layered;
    requires org.eclipse.elk.core;
    requires org.eclipse.elk.graph;
    requires org.eclipse.emf.common;
    requires org.eclipse.emf.ecore;

    exports dev.incidentkit.report;
}
