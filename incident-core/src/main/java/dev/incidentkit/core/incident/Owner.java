package dev.incidentkit.core.incident;

import org.jspecify.annotations.Nullable;

/**
 * The one accountable owner: a group, a person, or a person of a group. A change of the group clears the person,
 * because an owner is replaced as a whole.
 *
 * @param group the host's identifier of the group, at most 100 characters
 * @param person the host's identifier of the person, at most 100 characters
 */
public record Owner(@Nullable String group, @Nullable String person) {
    /**
     * Checks that somebody is named.
     *
     * @throws IllegalArgumentException if neither a group nor a person is named, or a name is blank or too long
     */
    public Owner {
        if (group == null && person == null) {
            throw new IllegalArgumentException("An owner names a group, a person or both, but neither was given");
        }
        if (group != null) {
            Checks.name(group, 100, "group of an owner");
        }
        if (person != null) {
            Checks.name(person, 100, "person of an owner");
        }
    }

    /**
     * A group, and nobody of it yet.
     *
     * @param group the host's identifier of the group
     * @return the owner
     */
    public static Owner group(String group) {
        return new Owner(group, null);
    }

    /**
     * A person, without a group.
     *
     * @param person the host's identifier of the person
     * @return the owner
     */
    public static Owner person(String person) {
        return new Owner(null, person);
    }

    @Override
    public String toString() {
        if (group == null) {
            return String.valueOf(person);
        }
        return person == null ? group : group + "/" + person;
    }
}
