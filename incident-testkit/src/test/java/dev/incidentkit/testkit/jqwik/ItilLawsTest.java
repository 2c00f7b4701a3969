package dev.incidentkit.testkit.jqwik;

import dev.incidentkit.core.definition.ProcessDefinition;

class ItilLawsTest implements DefinitionLaws {
    @Override
    public ProcessDefinition definition() {
        return ProcessDefinition.itil();
    }
}
