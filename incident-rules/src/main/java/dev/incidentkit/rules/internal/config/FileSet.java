package dev.incidentkit.rules.internal.config;

import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.config.DefinitionLimits;
import dev.incidentkit.rules.config.DefinitionSource;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of one definition. Nothing outside of the root of the source is ever asked for. */
final class FileSet {
    private static final int MAX_NAME = 255;

    private final DefinitionSource source;
    private final DefinitionLimits limits;
    private final Report report;
    private final Set<String> opened = new HashSet<>();

    /** What was read: a file is asked for again where a table stands in it on the spot, and must be the same then. */
    private final Map<String, byte[]> contents = new HashMap<>();

    FileSet(DefinitionSource source, DefinitionLimits limits, Report report) {
        this.source = source;
        this.limits = limits;
        this.report = report;
    }

    DefinitionLimits limits() {
        return limits;
    }

    /**
     * The normalized name of a file that another one names.
     *
     * @param from the normalized name of the file that names it
     * @param node the name as it stands there
     * @param path where it stands in the structure
     * @return the name; null where it is refused, which is reported
     */
    @Nullable
    String resolve(String from, Node.Text node, String path) {
        String resolved = normalized(from, node.value());
        if (resolved == null) {
            report.error(
                    DefinitionCode.FILE_REFUSED,
                    node,
                    path,
                    "'" + node.shown()
                            + "' is no file below the directory of the definition; names are relative, with /"
                            + " between their parts");
        }
        return resolved;
    }

    /** The normalized name; null where it is none, or leads out of the root. */
    static @Nullable String normalized(String from, String name) {
        boolean odd = name.isBlank()
                || name.length() > MAX_NAME
                || name.startsWith("/")
                || name.chars().anyMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c));
        if (odd) {
            return null;
        }
        int slash = from.lastIndexOf('/');
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (from.substring(0, slash + 1) + name).split("/", -1)) {
            if (part.equals("..") && parts.pollLast() == null) {
                return null;
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? null : String.join("/", parts);
    }

    /**
     * Reads a file, at most one byte more than allowed.
     *
     * @param name its normalized name
     * @param max the largest that is allowed, in bytes
     * @param by where it is named; null for the first file
     * @param path where that stands in the structure
     * @return its bytes; null where it cannot be read, which is reported
     */
    byte @Nullable [] bytes(String name, int max, Node.@Nullable Text by, String path) {
        opened.add(name);
        if (opened.size() > limits.maxFiles()) {
            refused(DefinitionCode.LIMIT, name, by, path, "there are more than " + limits.maxFiles() + " files");
            return null;
        }
        byte[] known = contents.get(name);
        if (known != null && known.length <= max) {
            return known;
        }
        try (InputStream in = source.open(name)) {
            byte[] content = in.readNBytes(max == Integer.MAX_VALUE ? max : max + 1);
            contents.put(name, content);
            return content;
        } catch (IOException | UncheckedIOException | IllegalArgumentException | SecurityException e) {
            String message = "file '" + name + "' cannot be read: "
                    + (e instanceof java.nio.file.NoSuchFileException ? "there is none" : e.getMessage());
            refused(DefinitionCode.UNREADABLE, name, by, path, message);
            return null;
        }
    }

    private void refused(DefinitionCode code, String name, Node.@Nullable Text by, String path, String message) {
        if (by == null) {
            report.file(code, name, message);
        } else {
            report.error(code, by, path, message);
        }
    }
}
