package dev.incidentkit.rules.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.rules.format.ReadLimits;
import dev.incidentkit.rules.format.TableFormatException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public half of the DMN compatibility kit's cases of decision tables, where they lie beside the checkout. */
class CompatibilityKitTest {
    private static JsonNode targets() {
        Path file = Shared.path("reference", "dmn-targets.json");
        return new JsonMapper().readTree(file.toFile()).get("tiers");
    }

    private static List<String> folders(String tier) {
        return List.copyOf(targets().get(tier).get("public").get("folders").propertyNames());
    }

    @TestFactory
    Stream<DynamicTest> every_case_of_constant_tables_passes() {
        return folders("A").stream()
                .map(folder -> DynamicTest.dynamicTest(folder, () -> {
                    Path directory = Shared.path("dmn-tck", folder);
                    DmnModel model = DmnModel.read(file(directory, ".dmn"));

                    List<TckOutcome> outcomes =
                            TckFile.read(file(directory, ".xml")).run(model);

                    assertThat(outcomes).isNotEmpty().allMatch(TckOutcome::passed);
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_other_case_passes_or_its_refusal_names_element_and_line() {
        return Stream.concat(folders("A2").stream(), folders("B").stream())
                .map(folder -> DynamicTest.dynamicTest(folder, () -> {
                    Path directory = Shared.path("dmn-tck", folder);
                    DmnModel model = DmnModel.readPartly(file(directory, ".dmn"));

                    List<TckOutcome> outcomes =
                            TckFile.read(file(directory, ".xml")).run(model);

                    assertThat(outcomes)
                            .isNotEmpty()
                            .allMatch(one -> one.passed() || one.message().contains("it was refused: RULES-4"));
                    assertThat(model.decisions())
                            .flatExtracting(DmnDecision::refusals)
                            .isNotEmpty()
                            .allMatch(refusal -> refusal.place().line() > 0);
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_unary_test_matches_as_the_kit_expects_or_is_refused_when_it_is_read() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode vector : targets().get("C").get("public").get("vectors")) {
            String name =
                    vector.get("id").asString() + ": " + vector.get("input").asString() + " in "
                            + vector.get("test").asString();
            tests.add(DynamicTest.dynamicTest(name, () -> check(vector)));
        }
        assertThat(tests).hasSizeGreaterThan(200);
        return tests.stream();
    }

    private static void check(JsonNode vector) {
        String input = vector.get("input").asString();
        String model = model(type(input), vector.get("test").asString());
        String kind = vector.get("class").asString();
        if (kind.equals("type-mismatch") || kind.equals("null-endpoint")) {
            assertThatThrownBy(() -> DmnModel.read("vector.dmn", model, ReadLimits.defaults()))
                    .isInstanceOf(TableFormatException.class)
                    .hasMessageContaining("row R1 column x");
            return;
        }
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("x", value(input));
        Object result =
                DmnModel.read("vector.dmn", model, ReadLimits.defaults()).evaluate("decision", inputs);

        assertThat(result).isEqualTo(vector.get("expected").asString("").equals("true") ? true : null);
    }

    private static String model(String type, String test) {
        return Models.oneRow(type, test.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static String type(String input) {
        if (input.startsWith("\"")) {
            return "string";
        } else if (input.equals("true") || input.equals("false")) {
            return "boolean";
        } else if (input.contains("\"P") || input.contains("\"-P")) {
            boolean months = content(input).matches("-?P(\\d+Y)?(\\d+M)?");
            return months ? "years and months duration" : "days and time duration";
        } else if (!input.contains("\"")) {
            return "number";
        } else if (content(input).contains("T")) {
            return "date and time";
        }
        return content(input).contains(":") ? "time" : "date";
    }

    private static String content(String input) {
        return input.substring(input.indexOf('"') + 1, input.lastIndexOf('"'));
    }

    private static @Nullable Object value(String input) {
        if (input.equals("null")) {
            return null;
        }
        return switch (type(input)) {
            case "string" -> content(input);
            case "boolean" -> Boolean.valueOf(input);
            case "number" -> new BigDecimal(input);
            case "years and months duration" -> Period.parse(content(input));
            case "days and time duration" -> Duration.parse(content(input));
            case "date" -> LocalDate.parse(content(input));
            case "time" -> time(content(input));
            default -> dateTime(content(input));
        };
    }

    private static Object time(String text) {
        int zone = text.indexOf('@');
        if (zone >= 0) {
            return LocalTime.parse(text.substring(0, zone))
                    .atOffset(ZoneId.of(text.substring(zone + 1)).getRules().getStandardOffset(Instant.EPOCH));
        }
        return isOffset(text) ? OffsetTime.parse(text) : LocalTime.parse(text);
    }

    private static Object dateTime(String text) {
        int zone = text.indexOf('@');
        if (zone >= 0) {
            return LocalDateTime.parse(text.substring(0, zone)).atZone(ZoneId.of(text.substring(zone + 1)));
        }
        return isOffset(text) ? OffsetDateTime.parse(text) : LocalDateTime.parse(text);
    }

    private static boolean isOffset(String text) {
        return text.matches(".*T?\\d\\d:\\d\\d.*(Z|[+-]\\d\\d:\\d\\d)");
    }

    private static Path file(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.getFileName().toString().startsWith("Imported"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
