package dev.incidentkit.rules.dmn;

/** Small models for tests. */
final class Models {
    private Models() {}

    /** A decision of one input x, whose one row answers true. */
    static String oneRow(String type, String test) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="vector" namespace="n">
                  <inputData id="i" name="x"><variable name="x" typeRef="%s"/></inputData>
                  <decision id="e" name="decision">
                    <variable name="decision" typeRef="boolean"/>
                    <informationRequirement id="q"><requiredInput href="#i"/></informationRequirement>
                    <decisionTable id="t" hitPolicy="UNIQUE">
                      <input id="c"><inputExpression typeRef="%s"><text>x</text></inputExpression></input>
                      <output id="o" typeRef="boolean"/>
                      <rule id="R1">
                        <inputEntry id="a"><text>%s</text></inputEntry>
                        <outputEntry id="b"><text>true</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(type, type, test);
    }
}
