package dev.incidentkit.core.incident;

/**
 * Who or what reported an incident.
 *
 * @param kind whether it is a person or a source
 * @param name the name, personal data; of an anonymous reporter any word the host chooses
 */
public record Reporter(ReporterKind kind, PersonalText name) {
    /**
     * A person.
     *
     * @param name the person's name or address
     * @return the reporter
     */
    public static Reporter person(String name) {
        return new Reporter(ReporterKind.PERSON, PersonalText.of(name));
    }

    /**
     * A monitoring system or another system.
     *
     * @param name its name
     * @return the reporter
     */
    public static Reporter source(String name) {
        return new Reporter(ReporterKind.SOURCE, PersonalText.of(name));
    }
}
