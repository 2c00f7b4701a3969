package dev.incidentkit.testkit.coverage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps what test classes reached in files, one for each class, so that virtual machines that know nothing of each other
 * add up. A class that runs again overwrites its file. A file of a class that is gone stays until the directory is
 * cleaned. Safe for use by several threads and processes.
 */
public final class CoverageFiles {
    private static final String ENDING = ".csv";

    private final Path directory;

    /**
     * Files in a directory.
     *
     * @param directory the directory, which is made when it is written to
     */
    public CoverageFiles(Path directory) {
        this.directory = directory;
    }

    /** {@return the directory} */
    public Path directory() {
        return directory;
    }

    /**
     * Keeps what a test class reached.
     *
     * @param name the name of the class
     * @param result what it reached
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(String name, CoverageResult result) {
        try {
            Files.createDirectories(directory);
            Path part = Files.createTempFile(directory, name, ".part");
            try (CsvWriter writer = CsvWriter.builder().build(part)) {
                for (CoverageItem item : result.items()) {
                    writer.writeRecord(item.kind().name(), item.group(), item.name(), Long.toString(result.hits(item)));
                }
            }
            Files.move(part, directory.resolve(name + ENDING), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Coverage of " + name + " cannot be written to " + directory, e);
        }
    }

    /**
     * Adds up what all test classes reached.
     *
     * @return every item of every file with the sum of its hits, zero among them
     * @throws UncheckedIOException if a file cannot be read
     * @throws IllegalArgumentException if a file is none of ours
     */
    public Map<CoverageItem, Long> hits() {
        Map<CoverageItem, Long> hits = new LinkedHashMap<>();
        if (!Files.isDirectory(directory)) {
            return hits;
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                read(file, hits);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Coverage cannot be read from " + directory, e);
        }
        return hits;
    }

    private static void read(Path file, Map<CoverageItem, Long> hits) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord line : reader) {
                if (line.getFieldCount() != 4) {
                    throw new IllegalArgumentException(file + " is no file of coverage: it has the record " + line);
                }
                CoverageItem item =
                        new CoverageItem(CoverageKind.valueOf(line.getField(0)), line.getField(1), line.getField(2));
                hits.merge(item, Long.valueOf(line.getField(3)), Long::sum);
            }
        }
    }

    /**
     * Writes a page for people.
     *
     * @param result what was reached
     * @return the file {@code index.html}
     * @throws UncheckedIOException if it cannot be written
     */
    public Path page(CoverageResult result) {
        Path page = directory.resolve("index.html");
        try {
            Files.createDirectories(directory);
            Files.writeString(page, CoverageHtml.of(result));
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("The page of coverage cannot be written to " + page, e);
        }
    }
}
