package dev.incidentkit.core.lifecycle;

import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.internal.CanonicalForm;
import java.util.List;
import java.util.Objects;

/**
 * A named predicate on a transition. Its name and version enter the content hash of the definition: a host that changes
 * what a guard does changes its version.
 *
 * @param name 1 to 60 characters, unique within a lifecycle
 * @param version the version of what it does, 1 to 40 characters
 * @param check says what it misses; pure, quick and safe for use by several threads. A guard that throws is not content,
 *     with the code {@code PORT_FAILED}
 */
public record Guard(String name, String version, Check check) {
    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if the name or the version is blank or too long
     */
    public Guard {
        if (name.isBlank() || name.length() > 60 || version.isBlank() || version.length() > 40) {
            throw new IllegalArgumentException("A guard needs a name of 1 to 60 and a version of 1 to 40 characters, "
                    + "but has '" + name + "' and '" + version + "'");
        }
        check = check instanceof BuiltInCheck ? check : new Sheltered(name, Objects.requireNonNull(check, "check"));
    }

    /** A guard that throws is not content, and says so. */
    private record Sheltered(String name, Check check) implements Check {
        private Sheltered {
            check = check instanceof Sheltered inner ? inner.check : check;
        }

        @Override
        public List<Unmet> unmet(Incident incident, CommandContext context) {
            try {
                return Objects.requireNonNull(check.unmet(incident, context), "the answer");
            } catch (RuntimeException e) {
                return List.of(
                        new Unmet(UnmetKind.PORT, UnmetCode.PORT_FAILED, null, "guard '" + name + "' failed: " + e));
            }
        }
    }

    /** What it was made of, without the shelter. */
    Check bare() {
        return check instanceof Sheltered inner ? inner.check : check;
    }

    /** What a guard does. */
    @FunctionalInterface
    public interface Check {
        /**
         * Says what is missing.
         *
         * @param incident the incident as it stands
         * @param context who asks, when, and what ports answered
         * @return every unmet requirement; empty where the guard is content
         */
        List<Unmet> unmet(Incident incident, CommandContext context);
    }

    CanonicalForm canonical() {
        return new CanonicalForm("guard/1").put("name", name).put("version", version);
    }

    /** Names the guard and its version, as the content hash sees it. */
    @Override
    public String toString() {
        return name + "@" + version;
    }

    /** Guards are equal if their names and versions are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Guard that && that.name.equals(name) && that.version.equals(version);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, version);
    }
}
