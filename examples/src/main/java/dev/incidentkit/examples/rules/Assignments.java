package dev.incidentkit.examples.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arguments of the form NAME=VALUE. Of a name that is given twice neither value may win in silence. */
final class Assignments {
    private Assignments() {}

    /**
     * Takes arguments apart.
     *
     * @param arguments the arguments
     * @param form what one is to look like, for the message
     * @return the values by name, in their order
     * @throws RulesException if one has no name, or two say different things of one name
     */
    static Map<String, String> of(List<String> arguments, String form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String argument : arguments) {
            int sign = argument.indexOf('=');
            if (sign < 1) {
                throw new RulesException("'" + argument + "' is not of the form " + form);
            }
            String name = argument.substring(0, sign).strip();
            String value = argument.substring(sign + 1);
            String earlier = values.putIfAbsent(name, value);
            if (earlier != null && !earlier.equals(value)) {
                throw new RulesException("'" + name + "' is given twice: " + earlier + " and " + value);
            }
        }
        return values;
    }
}
