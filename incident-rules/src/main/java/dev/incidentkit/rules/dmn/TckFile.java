package dev.incidentkit.rules.dmn;

import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.format.TableFormatException;
import dev.incidentkit.rules.internal.dmn.TckReader;
import dev.incidentkit.rules.internal.dmn.TckReader.Case;
import dev.incidentkit.rules.internal.dmn.TckReader.Expected;
import dev.incidentkit.rules.internal.dmn.TckValues;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test file of the DMN compatibility kit (https://github.com/dmn-tck/tck), read with the same care as a model, and run
 * against one. Immutable and safe for use by several threads.
 */
public final class TckFile {
    private final String name;
    private final String model;
    private final List<Case> cases;

    private TckFile(String name, TckReader reader) {
        this.name = name;
        this.model = reader.model();
        this.cases = reader.cases();
    }

    /**
     * Reads a test file.
     *
     * @param file the file
     * @return its cases
     * @throws TableFormatException if it is no such file
     * @throws IOException if it cannot be read
     */
    public static TckFile read(Path file) throws IOException {
        ReadLimits limits = ReadLimits.defaults();
        String name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        try (InputStream in = Files.newInputStream(file)) {
            return new TckFile(name, TckReader.read(name, in.readNBytes(limits.maxBytes() + 1), limits));
        }
    }

    /**
     * Reads a test file.
     *
     * @param name a name for messages
     * @param xml its content
     * @return its cases
     * @throws TableFormatException if it is no such file
     */
    public static TckFile read(String name, String xml) {
        return new TckFile(name, TckReader.read(name, xml.getBytes(StandardCharsets.UTF_8), ReadLimits.defaults()));
    }

    /** {@return the name of the file of the model that the cases are about, or empty} */
    public String model() {
        return model;
    }

    /** {@return how many cases there are} */
    public int size() {
        return cases.size();
    }

    /**
     * Runs all cases.
     *
     * @param dmn the model
     * @return an outcome for each expected result, in the order of the file
     */
    public List<TckOutcome> run(DmnModel dmn) {
        List<TckOutcome> outcomes = new ArrayList<>();
        for (Case one : cases) {
            for (Expected expected : one.expected()) {
                outcomes.add(run(dmn, one, expected));
            }
        }
        return outcomes;
    }

    private static TckOutcome run(DmnModel dmn, Case one, Expected expected) {
        String wanted = "expected " + TckValues.text(expected.value());
        try {
            @Nullable Object actual = dmn.evaluate(expected.decision(), one.inputs());
            boolean same = TckValues.same(expected.value(), actual);
            String message = same ? wanted : wanted + ", but the answer is " + TckValues.text(actual);
            return new TckOutcome(one.id(), expected.decision(), same, message);
        } catch (DmnEvaluationException | IllegalArgumentException e) {
            boolean passed = expected.value() == null && expected.error();
            return new TckOutcome(
                    one.id(), expected.decision(), passed, wanted + ", but there is no answer: " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return name + ", " + cases.size() + " cases";
    }
}
