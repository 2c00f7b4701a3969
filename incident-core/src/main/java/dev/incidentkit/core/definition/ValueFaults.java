package dev.incidentkit.core.definition;

import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetCode;
import dev.incidentkit.core.incident.UnmetKind;
import dev.incidentkit.core.internal.WholeText;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects which values of a command break the constraints that stand on its record, and what no record can hold. Texts are
 * not shown: they may be personal data. Nothing is allocated where nothing is wrong.
 */
final class ValueFaults {
    /** The longest text of a record, in characters. */
    static final int LONG = PersonalText.MAX_LENGTH;

    /** The earliest instant of an incident: what lies before is the default of some date type, and not a date. */
    private static final Instant EARLIEST = Instant.EPOCH;

    /** The earliest instant of an attribute, which may be a date of birth: the first that every database takes. */
    private static final Instant EARLIEST_OF_ATTRIBUTES = Instant.parse("0001-01-01T00:00:00Z");

    /** The latest instant: the last that every database takes. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** The longest duration: sums of such are still far from what a {@code long} holds in milliseconds. */
    static final Duration LONGEST = Duration.ofDays(36_525);

    private List<Unmet> unmet = List.of();

    /** What was found so far. */
    List<Unmet> unmet() {
        return unmet;
    }

    void fault(String field, String message) {
        if (unmet.isEmpty()) {
            unmet = new ArrayList<>();
        }
        unmet.add(new Unmet(UnmetKind.INPUT, UnmetCode.CONSTRAINT_VIOLATED, field, field + " " + message));
    }

    /** Something must be given; answers whether it is. */
    boolean given(String field, @Nullable Object value) {
        if (value == null) {
            fault(field, "must not be null");
        }
        return value != null;
    }

    /** A text that must be given, is not blank, bounded, and made of whole characters. */
    void text(String field, @Nullable String value, int max) {
        if (value == null || value.isBlank()) {
            fault(field, "must not be blank");
        } else {
            bounded(field, value, max);
        }
    }

    /** A text that may be left out, but says something where it is given. */
    void optional(String field, @Nullable String value, int max) {
        if (value != null) {
            text(field, value, max);
        }
    }

    private void bounded(String field, String value, int max) {
        if (value.length() > max) {
            fault(field, "must have at most " + max + " characters, but has " + value.length());
        }
        whole(field, value);
    }

    /** A text without half a surrogate pair, which no record can hold. */
    void whole(String field, @Nullable String value) {
        int broken = value == null ? -1 : WholeText.brokenAt(value);
        if (broken >= 0) {
            fault(field, "holds half a surrogate pair at " + broken);
        }
    }

    /** A collection that must be given, of texts that say something. */
    void names(String field, @Nullable Collection<? extends @Nullable String> values, int most, int max) {
        if (!given(field, values) || values == null) {
            return;
        }
        if (values.size() > most) {
            fault(field, "must have at most " + most + " elements, but has " + values.size());
        }
        values.forEach(value -> text(field, value, max));
    }

    /** A whole number within bounds. */
    void number(String field, int value, int min, int max) {
        if (value < min || value > max) {
            fault(
                    field,
                    max == Integer.MAX_VALUE
                            ? "must be at least " + min + ", but is " + value
                            : "must be from " + min + " to " + max + ", but is " + value);
        }
    }

    /** An amount that is not negative, with a bounded number of digits. */
    void amount(String field, @Nullable BigDecimal value) {
        if (value == null) {
            return;
        }
        if (value.signum() < 0) {
            fault(field, "must not be negative");
        }
        BigDecimal stripped = Math.abs((long) value.scale()) > 1_000 ? value : value.stripTrailingZeros();
        if ((long) value.precision() - value.scale() > 18 || stripped.scale() > 9) {
            fault(field, "must have at most 18 digits before and 9 after the point");
        }
    }

    /** An instant that records, databases and clocks can hold, if it is given. */
    void instant(String field, @Nullable Instant value) {
        if (value != null) {
            between(field, value, EARLIEST);
        }
    }

    private void between(String field, Instant value, Instant earliest) {
        if (value.isBefore(earliest) || value.isAfter(LATEST)) {
            fault(field, "must lie between " + earliest + " and " + LATEST + ", but is " + value);
        }
    }

    /** A duration that must be given and is bounded; whether it may be negative is said elsewhere. */
    void duration(String field, @Nullable Duration value) {
        if (given(field, value)
                && value != null
                && (value.compareTo(LONGEST) > 0 || value.compareTo(LONGEST.negated()) < 0)) {
            fault(field, "must be at most " + LONGEST + " either way, but is " + value);
        }
    }

    void attributes(String field, @Nullable Attributes attributes) {
        if (!given(field, attributes) || attributes == null) {
            return;
        }
        for (Map.Entry<String, AttributeValue> entry : attributes.asMap().entrySet()) {
            whole(field, entry.getKey());
            attribute("attribute:" + entry.getKey(), entry.getValue());
        }
    }

    private void attribute(String field, AttributeValue value) {
        if (value instanceof AttributeValue.Text text) {
            whole(field, text.value());
        } else if (value instanceof AttributeValue.Names names) {
            names.values().forEach(name -> whole(field, name));
        } else if (value instanceof AttributeValue.Moment moment) {
            between(field, moment.value(), EARLIEST_OF_ATTRIBUTES);
        }
    }
}
