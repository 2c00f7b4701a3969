package dev.incidentkit.examples.replay;

/**
 * A row that cannot be read and is left out.
 *
 * @param place file, line and column
 * @param message what was expected and what came
 */
record RowFault(String place, String message) {
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
