package dev.incidentkit.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.rules.CellCondition;
import dev.incidentkit.rules.Input;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts that cells name, or that begin as cells say, are told apart, and from all others. */
class OpenTextAxisTest {
    private static final Input<String> TEXT = Input.text("text").orMissing();
    private static final List<CellCondition> CELLS = List.of(
            new CellCondition.Is("mail"),
            new CellCondition.Prefix("net/"),
            new CellCondition.Not(
                    CellCondition.anyOf(List.of(new CellCondition.Is("net/vpn"), new CellCondition.Prefix("net/v")))),
            new CellCondition.Prefix("net/vpn/"),
            new CellCondition.Prefix("sap"),
            CellCondition.isNull());
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "mail",
            "mails",
            "net",
            "net/",
            "net/a",
            "net/v",
            "net/vp",
            "net/vpn",
            "net/vpn/",
            "net/vpn/x",
            "net/vpn0",
            "net/w",
            "net0",
            "other",
            "sap",
            "sapphire",
            "sb",
            "z");

    private static Axis axis() {
        return OpenTextAxis.make(TEXT, CELLS);
    }

    @Test
    void a_class_meets_a_cell_exactly_if_its_texts_do() {
        Axis axis = axis();
        for (CellCondition cell : CELLS) {
            ClassSet classes = axis.classes(cell);
            for (String text : TEXTS) {
                assertThat(classes.contains(axis.classOfText(text)))
                        .as("%s and '%s'", cell, text)
                        .isEqualTo(cell.matches(TEXT.type(), text));
                assertThat(axis.classOf(text)).isEqualTo(axis.classOfText(text));
            }
            assertThat(classes.contains(axis.classOf(null))).isEqualTo(cell.matches(TEXT.type(), null));
        }
    }

    @Test
    void the_example_of_a_class_is_of_that_class() {
        Axis axis = axis();
        assertThat(axis.size()).isEqualTo(8);
        for (int clazz = 0; clazz < axis.size(); clazz++) {
            assertThat(axis.classOf(axis.example(clazz))).isEqualTo(clazz);
        }
    }

    @Test
    void classes_are_called_by_what_cells_say() {
        Axis axis = axis();
        assertThat(IntStream.range(0, axis.size()).mapToObj(clazz -> axis.label(clazz, clazz + 1)))
                .containsExactly(
                        "\"mail\"",
                        "\"net/vpn\"",
                        "starts with(?, \"net/\")",
                        "starts with(?, \"net/v\")",
                        "starts with(?, \"net/vpn/\")",
                        "starts with(?, \"sap\")",
                        "any other text",
                        "null");
        assertThat(axis.label(0, 2)).isEqualTo("\"mail\", \"net/vpn\"");
        assertThat(axis.label(0, axis.size())).isEqualTo("-");
    }

    @Test
    void an_example_keeps_clear_of_all_that_cells_name() {
        Axis crowded = OpenTextAxis.make(
                TEXT,
                List.of(
                        new CellCondition.Is("other"),
                        new CellCondition.Prefix("ao"),
                        new CellCondition.Prefix("x"),
                        new CellCondition.Is("x"),
                        new CellCondition.Prefix("xa")));
        for (int clazz = 0; clazz < crowded.size(); clazz++) {
            assertThat(crowded.classOf(crowded.example(clazz))).isEqualTo(clazz);
        }
    }
}
