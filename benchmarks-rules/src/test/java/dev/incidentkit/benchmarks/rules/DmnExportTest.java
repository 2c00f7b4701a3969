package dev.incidentkit.benchmarks.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.incidentkit.rules.ColumnType;
import dev.incidentkit.rules.HitPolicy;
import dev.incidentkit.rules.RuleTable;
import dev.incidentkit.rules.dmn.DmnModel;
import dev.incidentkit.rules.dmn.DmnWriter;
import dev.incidentkit.rules.format.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/**
 * What is exported, seen by others: the schema of DMN 1.3 finds no fault, and Camunda reads it and decides as the model
 * that this library reads back. That KIE does is shown by {@link DifferentialFuzzTest}, over the same tables.
 */
class DmnExportTest {
    private static final String SCHEMA = "/org/omg/spec/DMN/20191111/DMN13.xsd";

    private static void validate(String xml) throws SAXException {
        URL url = Objects.requireNonNull(DmnExportTest.class.getResource(SCHEMA), SCHEMA);
        Schema schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(url);
        assertThatCode(() -> schema.newValidator().validate(new StreamSource(new StringReader(xml))))
                .as(xml)
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5x5", "40x8", "100x8 disjoint"})
    void tables_over_enums_flags_and_numbers_keep_to_the_schema(String workload) throws SAXException {
        validate(Models.xml(Workload.named(workload)));
    }

    /** One table for each hit policy and more, over every kind of column and condition that the export has. */
    static Stream<Integer> seeds() {
        return IntStream.range(0, 40).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void random_tables_keep_to_the_schema_and_are_decided_alike_by_camunda(int seed) throws SAXException {
        RandomFeelTables random = new RandomFeelTables(seed, new TreeMap<>());
        RuleTable table = random.table();
        String xml = DmnWriter.write("fuzz", List.of(table)).xml();
        validate(xml);
        if (table.schema().inputs().stream().anyMatch(input -> input.type() instanceof ColumnType.DateType)) {
            return; // Camunda takes a date for a date and time, which no date equals
        }
        DmnModel ours = DmnModel.read("fuzz.dmn", xml, ReadLimits.defaults());
        DmnEngine engine = new DefaultDmnEngineConfiguration().buildEngine();
        DmnDecision camunda = engine.parseDecisions(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .get(0);

        for (int i = 0; i < 10; i++) {
            Map<String, Object> input = random.input(table.schema());
            assertThat(camunda(engine, camunda, table, input))
                    .as("seed %s input %s of%n%s", seed, input, xml)
                    .isEqualTo(ours(ours, table, input));
        }
    }

    /** A value, the sum or number of values, or all values in order; none is the empty list, a violation the word. */
    private static Object ours(DmnModel model, RuleTable table, Map<String, Object> input) {
        try {
            return values(model.evaluate(table.schema().name(), RandomFeelTables.feel(input)));
        } catch (dev.incidentkit.rules.dmn.DmnEvaluationException e) {
            return "violated";
        }
    }

    private static Object camunda(DmnEngine engine, DmnDecision decision, RuleTable table, Map<String, Object> input) {
        DmnDecisionResult result;
        try {
            result = engine.evaluateDecision(decision, new HashMap<>(RandomFeelTables.feel(input)));
        } catch (org.camunda.bpm.dmn.engine.impl.hitpolicy.DmnHitPolicyException e) {
            return "violated";
        }
        List<?> values = result.collectEntries("amount");
        boolean counted = table.schema().hitPolicy() == HitPolicy.COLLECT_COUNT;
        return counted && values.isEmpty() ? List.of(BigDecimal.ZERO) : values(values);
    }

    private static List<BigDecimal> values(@Nullable Object answer) {
        List<?> values = answer instanceof List<?> list ? list : answer == null ? List.of() : List.of(answer);
        return values.stream().map(DmnExportTest::plain).toList();
    }

    private static BigDecimal plain(Object number) {
        return new BigDecimal(String.valueOf(number)).stripTrailingZeros();
    }
}
