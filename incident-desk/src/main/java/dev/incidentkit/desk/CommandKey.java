package dev.incidentkit.desk;

/**
 * A caller's own name for one command, so that it can be sent again without being carried out twice.
 *
 * @param value 1 to 200 characters, unique within the tenant for as long as keys are kept
 */
public record CommandKey(String value) {
    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public CommandKey {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("A command key has 1 to 200 characters, but came '" + value + "'");
        }
    }
}
