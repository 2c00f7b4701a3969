package dev.incidentkit.examples.desk.form;

import dev.incidentkit.core.incident.Level;
import dev.incidentkit.core.incident.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that a form asks for.
 *
 * @param name its name in the form; that of the library's field where it gives one
 * @param label what people read
 * @param kind how it is asked for
 * @param choices what can be chosen, or is proposed
 * @param value what is filled in to begin with
 * @param hint what helps to fill it in; empty for nothing
 * @param demand whether the definition asks for it
 */
public record Input(
        String name, String label, Kind kind, List<Choice> choices, String value, String hint, Demand demand) {
    /** Copies the choices. */
    public Input {
        choices = List.copyOf(choices);
    }

    /** How something is asked for. */
    public enum Kind {
        /** One line, with proposals if there are any. */
        LINE,
        /** Several lines. */
        LINES,
        /** One of the choices. */
        CHOICE,
        /** A whole number, not negative. */
        NUMBER,
        /** A day and a time in the desk's zone. */
        MOMENT
    }

    /** Whether something must be given. */
    public enum Demand {
        /** It need not. */
        OPTIONAL,
        /** For some reasons; the hint says for which. */
        SOMETIMES,
        /** It must. */
        REQUIRED
    }

    /**
     * One of several values.
     *
     * @param value as the form sends it
     * @param label as people read it
     */
    public record Choice(String value, String label) {
        static Choice of(String value) {
            return new Choice(value, Words.label(value));
        }
    }

    /**
     * One line of text.
     *
     * @param name its name in the form
     * @param label what people read
     * @return an input that may be left empty
     */
    public static Input text(String name, String label) {
        return line(name, label);
    }

    /**
     * One of several values.
     *
     * @param name its name in the form
     * @param label what people read
     * @param values the values
     * @return an input that may be left empty
     */
    public static Input oneOf(String name, String label, Stream<String> values) {
        return choice(name, label, values);
    }

    static Input line(String name, String label) {
        return new Input(name, label, Kind.LINE, List.of(), "", "", Demand.OPTIONAL);
    }

    static Input lines(String name, String label) {
        return line(name, label).as(Kind.LINES);
    }

    static Input moment(String name, String label) {
        return line(name, label).as(Kind.MOMENT);
    }

    static Input number(String name, String label) {
        return line(name, label).as(Kind.NUMBER);
    }

    static Input choice(String name, String label, Stream<String> values) {
        return line(name, label).as(Kind.CHOICE).among(values.map(Choice::of).toList());
    }

    static <E extends Enum<E>> Input choice(String name, String label, Class<E> type) {
        return choice(name, label, Arrays.stream(type.getEnumConstants()).map(Enum::name))
                .required();
    }

    static Input level(String name, String label, Scale<? extends Level> scale) {
        return choice(name, label, scale.levels().stream().map(Level::name)).verbatim();
    }

    private Input as(Kind other) {
        return new Input(name, label, other, choices, value, hint, demand);
    }

    Input among(List<Choice> other) {
        return new Input(name, label, kind, other, value, hint, demand);
    }

    /** Names of a definition are shown as it writes them. */
    Input verbatim() {
        return among(choices.stream()
                .map(choice -> new Choice(choice.value(), choice.value()))
                .toList());
    }

    Input proposing(Stream<String> values) {
        return among(values.map(value -> new Choice(value, value)).toList());
    }

    Input hinting(String other) {
        return new Input(name, label, kind, choices, value, other, demand);
    }

    Input required() {
        return asked(Demand.REQUIRED);
    }

    Input asked(Demand other) {
        return new Input(name, label, kind, choices, value, hint, other);
    }

    /**
     * The same with something filled in.
     *
     * @param text what is filled in
     * @return a copy
     */
    public Input filled(String text) {
        return new Input(name, label, kind, choices, text, hint, demand);
    }

    /** {@return whether it must be given} */
    public boolean isRequired() {
        return demand == Demand.REQUIRED;
    }
}
