package dev.incidentkit.testkit;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.PersonalText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of attributes as scenarios write them. */
final class AttributeTexts {
    private AttributeTexts() {}

    /** The value; the names of a set in their order. */
    static List<String> of(AttributeValue value) {
        return value instanceof AttributeValue.Names names
                ? names.values().stream().sorted().toList()
                : List.of(single(value));
    }

    private static String single(AttributeValue value) {
        if (value instanceof AttributeValue.Text text) {
            return text.value();
        }
        if (value instanceof AttributeValue.Personal personal) {
            return personal(personal.value());
        }
        if (value instanceof AttributeValue.Number number) {
            return number.value().toPlainString();
        }
        if (value instanceof AttributeValue.Flag flag) {
            return Boolean.toString(flag.value());
        }
        if (value instanceof AttributeValue.Moment moment) {
            return moment.value().toString();
        }
        return value instanceof AttributeValue.Graded graded
                ? graded.value().name()
                : ((AttributeValue.Span) value).value().toString();
    }

    private static String personal(@Nullable PersonalText text) {
        return text == null || text.text() == null ? "(redacted)" : text.text();
    }
}
