package dev.incidentkit.rules.dmn;

import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.format.FormatFinding;
import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.format.TableFormatException;
import dev.incidentkit.rules.internal.dmn.DmnEvaluation;
import dev.incidentkit.rules.internal.dmn.DmnInputs;
import dev.incidentkit.rules.internal.dmn.DmnModelReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A DMN model of decision tables that require inputs and one another. Read from versions 1.1 to 1.5, typed by its own
 * item definitions; nothing outside the document is ever read. Immutable and safe for use by several threads.
 *
 * <p>Values are {@code String}, {@code Boolean}, any {@code Number}, {@code LocalDate}, {@code LocalTime},
 * {@code OffsetTime}, {@code LocalDateTime}, {@code Instant}, {@code Duration}, {@code Period}, maps for structures and
 * null for what is missing. Results are the same; numbers come as {@code BigDecimal}, several answers as a list.
 */
public final class DmnModel {
    private final String name;
    private final Map<String, DmnDecision> decisions;
    private final Map<String, DmnEvaluation> evaluations;
    private final List<RuleTable> tables;
    private final List<FormatFinding> findings;

    private DmnModel(DmnModelReader reader) {
        this.name = reader.name();
        this.decisions = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(reader.decisions()));
        this.evaluations = Map.copyOf(reader.evaluations());
        this.tables = List.copyOf(reader.tables().values());
        this.findings = List.copyOf(reader.findings().all());
    }

    /**
     * Reads a model of which every decision can be evaluated.
     *
     * @param file the file
     * @return the model
     * @throws TableFormatException with all that is wrong or cannot be represented
     * @throws IOException if the file cannot be read
     */
    public static DmnModel read(Path file) throws IOException {
        return complete(file(file), content(file, ReadLimits.defaults()), ReadLimits.defaults());
    }

    /**
     * Reads a model of which every decision can be evaluated.
     *
     * @param name a name for messages
     * @param xml the model
     * @param limits the limits
     * @return the model
     * @throws TableFormatException with all that is wrong or cannot be represented
     */
    public static DmnModel read(String name, String xml, ReadLimits limits) {
        return complete(name, xml.getBytes(StandardCharsets.UTF_8), limits);
    }

    /**
     * Reads what can be represented of a model. The rest is named in {@link #findings()} and in the decisions'
     * {@link DmnDecision#refusals()}; to evaluate it throws.
     *
     * @param file the file
     * @return the model
     * @throws TableFormatException if it is no DMN model, or holds nothing that can be represented
     * @throws IOException if the file cannot be read
     */
    public static DmnModel readPartly(Path file) throws IOException {
        return partly(file(file), content(file, ReadLimits.defaults()), ReadLimits.defaults());
    }

    /**
     * Reads what can be represented of a model.
     *
     * @param name a name for messages
     * @param xml the model
     * @param limits the limits
     * @return the model
     * @throws TableFormatException if it is no DMN model, or holds no decision
     */
    public static DmnModel readPartly(String name, String xml, ReadLimits limits) {
        return partly(name, xml.getBytes(StandardCharsets.UTF_8), limits);
    }

    private static String file(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    private static byte[] content(Path file, ReadLimits limits) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(limits.maxBytes() + 1);
        }
    }

    private static DmnModel complete(String name, byte[] content, ReadLimits limits) {
        DmnModelReader reader = new DmnModelReader(name, limits);
        reader.read(content);
        if (reader.findings().hasErrors()) {
            throw new TableFormatException(name, reader.findings().all());
        }
        return new DmnModel(reader);
    }

    private static DmnModel partly(String name, byte[] content, ReadLimits limits) {
        DmnModelReader reader = new DmnModelReader(name, limits);
        reader.read(content);
        if (reader.decisions().isEmpty() && reader.tables().isEmpty()) {
            throw new TableFormatException(name, reader.findings().all());
        }
        return new DmnModel(reader);
    }

    /** {@return the name of the model} */
    public String name() {
        return name;
    }

    /** {@return the decisions in the order of the file} */
    public List<DmnDecision> decisions() {
        return List.copyOf(decisions.values());
    }

    /**
     * A decision by name.
     *
     * @param decision its name
     * @return the decision
     * @throws IllegalArgumentException if the model has none of that name
     */
    public DmnDecision decision(String decision) {
        DmnDecision found = decisions.get(decision);
        if (found == null) {
            throw new IllegalArgumentException("'" + decision + "' is none of the decisions " + decisions.keySet());
        }
        return found;
    }

    /** {@return all tables that could be read, also those of knowledge models} */
    public List<RuleTable> tables() {
        return tables;
    }

    /** {@return what a person should know: warnings, and of a model read partly what was refused} */
    public List<FormatFinding> findings() {
        return findings;
    }

    /**
     * Evaluates a decision and all that it requires.
     *
     * @param decision its name
     * @param inputs the values of inputs by name; the value of a decision by its name stands for that decision
     * @return the result; null where no rule matches and there is no default
     * @throws DmnEvaluationException if the decision or one that it requires has no answer
     * @throws IllegalArgumentException if the model has no decision of that name
     */
    public @Nullable Object evaluate(String decision, Map<String, ? extends @Nullable Object> inputs) {
        return new DmnInputs(this, evaluations, inputs).result(decision(decision));
    }

    @Override
    public String toString() {
        return name + decisions.keySet();
    }
}
