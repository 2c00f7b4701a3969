package dev.incidentkit.architecture;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3ReaderEx;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * A module of the reactor, as its own pom says.
 *
 * @param root the directory of the parent pom, from which findings name their files
 * @param directory the module's own directory
 * @param pom its model, not merged with the parent's
 */
record ReactorModule(Path root, Path directory, Model pom) {
    static ReactorModule read(Path root, Path directory) {
        Path file = directory.resolve("pom.xml");
        try (Reader reader = Files.newBufferedReader(file)) {
            return new ReactorModule(root, directory, new MavenXpp3ReaderEx().read(reader, true, new InputSource()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (XmlPullParserException fault) {
            throw new IllegalArgumentException("not a pom: " + file, fault);
        }
    }

    String name() {
        return pom.getArtifactId();
    }

    /** Whether others use its jar. */
    boolean published() {
        return pom.getPackaging().equals("jar")
                && !"true".equals(pom.getProperties().getProperty("unpublished"));
    }

    /** Its name as a Java module where it has no descriptor but only a name in its manifest; empty where it has one. */
    Optional<String> automaticModule() {
        return Optional.ofNullable(pom.getProperties().getProperty("automatic.module"));
    }

    List<Dependency> ownDependencies() {
        return pom.getDependencies().stream()
                .filter(dependency -> dependency.getGroupId().equals("dev.incidentkit"))
                .toList();
    }

    Path mainSources() {
        return directory.resolve("src/main/java");
    }

    Path testSources() {
        return directory.resolve("src/test/java");
    }

    Path classes() {
        return directory.resolve("target/classes");
    }

    Path testClasses() {
        return directory.resolve("target/test-classes");
    }

    /** The path of a file as findings give it. */
    String named(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    String pomName() {
        return named(directory.resolve("pom.xml"));
    }

    /** All files under a directory with a given ending, in a stable order; none if there is no such directory. */
    static List<Path> files(Path directory, String ending) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
