package dev.incidentkit.rules.config;

import java.util.Objects;

/**
 * One thing that is wrong, or worth knowing, in the files of a definition: where exactly, and what was expected.
 * Immutable.
 *
 * @param code the stable code: of {@link DefinitionCode}, or of a table's finding
 * @param level whether the definition is refused for it
 * @param file the name of the file, relative to the root
 * @param line the line, from 1; 0 if the whole file is meant
 * @param column the column in characters, from 1; 0 if the whole line is meant
 * @param path where in the structure, for example {@code slas.gold.targets.RESPONSE}; empty for the whole file
 * @param message what is wrong, what was expected, and a near name where there is one
 */
public record DefinitionFinding(
        String code, Level level, String file, int line, int column, String path, String message) {
    /** How much a finding matters. The worst comes first. */
    public enum Level {
        /** The definition is refused. */
        ERROR,
        /** The definition is read; a person should look. */
        WARNING,
        /** Worth knowing. */
        INFO
    }

    /** Checks the parts. */
    public DefinitionFinding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("A place has no negative parts, but is " + line + ":" + column);
        }
    }

    /** {@return the finding as a person reads it: code, level unless it is an error, place, path, what is wrong} */
    public String describe() {
        StringBuilder text = new StringBuilder(code).append(' ');
        if (level != Level.ERROR) {
            text.append(level == Level.WARNING ? "warning " : "info ");
        }
        text.append(file);
        if (line > 0) {
            text.append(':').append(line);
            if (column > 0) {
                text.append(':').append(column);
            }
        }
        if (!path.isEmpty()) {
            text.append(' ').append(path);
        }
        return text.append(": ").append(message).toString();
    }

    @Override
    public String toString() {
        return describe();
    }
}
