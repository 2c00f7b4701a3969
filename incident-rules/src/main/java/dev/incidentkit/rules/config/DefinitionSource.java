package dev.incidentkit.rules.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the files of a definition are. Names come from files, so a source must not be fooled by them; the reader has
 * normalized them before: relative, with {@code /} between the parts, without {@code .} and {@code ..}. Implementations are
 * safe for use by several threads if the reader is to be.
 */
@FunctionalInterface
public interface DefinitionSource {
    /**
     * Opens a file.
     *
     * @param name its normalized name
     * @return its bytes, which the reader closes
     * @throws IOException if there is no such file, or it cannot be read
     */
    InputStream open(String name) throws IOException;

    /**
     * The files below a directory. A link that leads out of it is refused.
     *
     * @param root the directory
     * @return the source
     */
    static DefinitionSource directory(Path root) {
        return name -> {
            Path real = root.toRealPath();
            Path file = real.resolve(name).toRealPath();
            if (!file.startsWith(real)) {
                throw new IOException("'" + name + "' leads out of the directory of the definition");
            }
            return Files.newInputStream(file);
        };
    }

    /**
     * Resources beside a class.
     *
     * @param beside a class whose class path or module has them; its module must open the package where they lie, if it
     *     is a named one
     * @param directory where they lie, relative to the class's package, or from the root if it begins with {@code /}
     * @return the source
     */
    static DefinitionSource resources(Class<?> beside, String directory) {
        String prefix = directory.isEmpty() || directory.endsWith("/") ? directory : directory + "/";
        return name -> {
            InputStream in = beside.getResourceAsStream(prefix + name);
            if (in == null) {
                throw new FileNotFoundException("There is no resource '" + prefix + name + "' beside " + beside);
            }
            return in;
        };
    }
}
