package dev.incidentkit.testkit.mutation;

/**
 * A definition or table with one planted fault.
 *
 * @param kind what kind of fault
 * @param place where it was planted
 * @param change what was changed there
 * @param subject the definition or table with the fault
 * @param equivalent whether it is proven that every input is decided as before, so that no test can notice
 * @param <T> definition or table
 */
public record Mutant<T>(MutantKind kind, String place, String change, T subject, boolean equivalent) {
    /** {@return the kind and the place, by which it is named where it is explained} */
    public String name() {
        return kind + " " + place + ": " + change;
    }

    @Override
    public String toString() {
        return name();
    }
}
