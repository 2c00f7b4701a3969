package dev.incidentkit.architecture;

/**
 * What a rule found.
 *
 * @param file where, from the root of the project
 * @param line the line, from 1; 0 if the finding concerns no single line
 * @param value what is there
 * @param bound what may be there
 */
record Finding(String file, int line, String value, String bound) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + value + "; the bound: " + bound;
    }
}
