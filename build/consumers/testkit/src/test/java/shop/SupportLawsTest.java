package shop;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.testkit.jqwik.DefinitionLaws;

class SupportLawsTest implements DefinitionLaws {
    @Override
    public ProcessDefinition definition() {
        return Support.PROCESS;
    }
}
