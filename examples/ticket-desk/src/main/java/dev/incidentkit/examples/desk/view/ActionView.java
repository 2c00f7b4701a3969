package dev.incidentkit.examples.desk.view;

import java.util.List;

/**
 * Something that may be done, as the library answers it.
 *
 * @param id the name of the form
 * @param label what its button says
 * @param leadsTo the statuses that it may lead to, in words; empty where the status stays
 * @param inputs what it asks for
 * @param lacking what it lacks: of a blocked one why it is, of another one what is to be given
 * @param blocked whether it cannot be done whatever is given
 * @param open whether it is shown opened
 */
public record ActionView(
        String id, String label, String leadsTo, List<Asked> inputs, List<Lack> lacking, boolean blocked, Opened open) {
    /** Whether something is shown opened. */
    public enum Opened {
        /** It is. */
        YES,
        /** It is not. */
        NO
    }

    /**
     * Something that is lacking, in the library's words.
     *
     * @param code the stable code
     * @param message what is lacking
     */
    public record Lack(String code, String message) {}
}
