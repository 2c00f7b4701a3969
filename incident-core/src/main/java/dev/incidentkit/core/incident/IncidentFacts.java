package dev.incidentkit.core.incident;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads facts from what the fold accumulated. It shows later changes of a state that is still being filled. */
final class IncidentFacts implements Facts {
    private final IncidentFields state;

    IncidentFacts(IncidentFields state) {
        this.state = state;
    }

    @Override
    public boolean has(Fact fact) {
        if (fact instanceof Fact.Attribute attribute) {
            return isSet(state.attributes.get(attribute.attribute()).orElse(null));
        }
        Fact.BuiltIn builtIn = (Fact.BuiltIn) fact;
        return switch (builtIn.kind()) {
            case LEVEL -> level(builtIn) != null;
            case NAMES -> !state.services.isEmpty();
            case NUMBER -> true;
            case FLAG -> flag(builtIn);
            default -> name(builtIn) != null;
        };
    }

    private static boolean isSet(@Nullable AttributeValue found) {
        return found instanceof AttributeValue.Flag flag ? flag.value() : found != null;
    }

    @Override
    public boolean is(Fact fact, String value) {
        if (fact instanceof Fact.Attribute attribute) {
            AttributeValue found = state.attributes.get(attribute.attribute()).orElse(null);
            return found != null && matches(found, value);
        }
        Fact.BuiltIn builtIn = (Fact.BuiltIn) fact;
        return switch (builtIn.kind()) {
            case LEVEL -> {
                Level level = level(builtIn);
                yield level != null && level.name().equals(value);
            }
            case NAMES -> state.services.contains(value);
            case PATH -> isWithin(name(builtIn), value);
            case NUMBER -> Objects.toString(number(builtIn)).equals(value);
            case FLAG -> Boolean.toString(flag(builtIn)).equals(value);
            default -> value.equals(name(builtIn));
        };
    }

    static boolean isWithin(@Nullable String path, String above) {
        return path != null
                && path.startsWith(above)
                && (path.length() == above.length() || path.charAt(above.length()) == '/');
    }

    private static boolean matches(AttributeValue found, String value) {
        if (found instanceof AttributeValue.Text text) {
            return text.value().equals(value);
        }
        if (found instanceof AttributeValue.Flag flag) {
            return Boolean.toString(flag.value()).equals(value);
        }
        if (found instanceof AttributeValue.Graded graded) {
            return graded.value().name().equals(value);
        }
        return found instanceof AttributeValue.Names names && names.values().contains(value);
    }

    @Override
    public int rank(Fact fact) {
        if (fact instanceof Fact.Attribute attribute) {
            return state.attributes.get(attribute.attribute()).orElse(null) instanceof AttributeValue.Graded graded
                    ? graded.value().rank()
                    : -1;
        }
        Level level = level((Fact.BuiltIn) fact);
        return level == null ? -1 : level.rank();
    }

    @Override
    public @Nullable BigDecimal number(Fact fact) {
        if (fact instanceof Fact.Attribute attribute) {
            return state.attributes.get(attribute.attribute()).orElse(null) instanceof AttributeValue.Number number
                    ? number.value()
                    : null;
        }
        return switch ((Fact.BuiltIn) fact) {
            case AFFECTED_USERS -> BigDecimal.valueOf(state.affectedUsers);
            case REOPENINGS -> BigDecimal.valueOf(state.reopenings);
            case REASSIGNMENTS -> BigDecimal.valueOf(state.reassignments);
            case OCCURRENCES -> BigDecimal.valueOf(occurrences());
            default -> null;
        };
    }

    private long occurrences() {
        long sum = 0;
        for (AlertTally tally : state.handling.alerts().values()) {
            sum += tally.occurrences();
        }
        return sum;
    }

    private @Nullable Level level(Fact.BuiltIn fact) {
        return switch (fact) {
            case PRIORITY -> state.override == null ? state.derivedPriority : state.override.value();
            case IMPACT -> state.impact;
            case URGENCY -> state.urgency;
            case SEVERITY -> state.severity;
            default -> null;
        };
    }

    @Override
    public @Nullable String name(Fact fact) {
        if (fact instanceof Fact.Attribute attribute) {
            AttributeValue found = state.attributes.get(attribute.attribute()).orElse(null);
            if (found instanceof AttributeValue.Moment moment) {
                return moment.value().toString();
            }
            if (found instanceof AttributeValue.Graded graded) {
                return graded.value().name();
            }
            return found instanceof AttributeValue.Text text ? text.value() : null;
        }
        Fact.BuiltIn builtIn = (Fact.BuiltIn) fact;
        if (builtIn.kind() == Fact.Kind.FLAG) {
            return flag(builtIn) ? "true" : null;
        }
        Level level = level(builtIn);
        return level == null ? name(builtIn) : level.name();
    }

    private @Nullable String name(Fact.BuiltIn fact) {
        return switch (fact) {
            case PHASE -> state.status == null ? null : state.status.phase().name();
            case STATUS -> state.status == null ? null : state.status.name();
            case HOLD_REASON -> state.holdReason == null ? null : state.holdReason.name();
            case CATEGORY -> state.category == null ? null : state.category.path();
            case CHANNEL -> state.channel == null ? null : state.channel.name();
            case TENANT -> state.tenant == null ? null : state.tenant.value();
            case OWNER_GROUP -> state.owner == null ? null : state.owner.group();
            case RECORD_TYPE -> state.handling.type().name();
            case MODEL -> state.handling.model();
            case OWNER_PERSON -> state.owner == null ? null : state.owner.person();
            default -> null;
        };
    }

    private boolean flag(Fact.BuiltIn fact) {
        return switch (fact) {
            case OWNED -> state.owner != null;
            case ACKNOWLEDGED -> state.acknowledgedAt != null;
            case RESTORED -> state.restoredAt != null;
            case CONFIRMED -> state.confirmed;
            case DETECTION_KNOWN -> state.detectedAt != null;
            case DRILL -> state.drill;
            case MAJOR -> state.handling.isMajor();
            default -> false;
        };
    }
}
