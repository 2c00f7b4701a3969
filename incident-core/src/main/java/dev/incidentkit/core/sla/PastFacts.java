package dev.incidentkit.core.sla;

import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Facts;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Phase;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Facts as they were at an earlier time of an adopted ticket, as far as the ticket says; what it does not say is taken
 * from how it stands now.
 */
record PastFacts(
        Facts now,
        Phase phase,
        boolean acknowledged,
        @Nullable String holdReason,
        boolean restored) implements Facts {
    static PastFacts waiting(Facts now, HoldReason reason) {
        return new PastFacts(now, Phase.ON_HOLD, true, reason.name(), false);
    }

    @Override
    public @Nullable String name(Fact fact) {
        if (fact == Fact.BuiltIn.PHASE) {
            return phase.name();
        }
        if (fact == Fact.BuiltIn.HOLD_REASON) {
            return holdReason;
        }
        if (fact == Fact.BuiltIn.ACKNOWLEDGED) {
            return acknowledged ? "true" : null;
        }
        if (fact == Fact.BuiltIn.RESTORED) {
            return restored ? "true" : null;
        }
        return now.name(fact);
    }

    private static boolean isPast(Fact fact) {
        return fact == Fact.BuiltIn.PHASE
                || fact == Fact.BuiltIn.HOLD_REASON
                || fact == Fact.BuiltIn.ACKNOWLEDGED
                || fact == Fact.BuiltIn.RESTORED;
    }

    @Override
    public boolean has(Fact fact) {
        return isPast(fact) ? name(fact) != null : now.has(fact);
    }

    @Override
    public boolean is(Fact fact, String value) {
        if (!isPast(fact)) {
            return now.is(fact, value);
        }
        String name = name(fact);
        return name == null ? value.equals("false") && fact.kind() == Fact.Kind.FLAG : name.equals(value);
    }

    @Override
    public int rank(Fact fact) {
        return now.rank(fact);
    }

    @Override
    public @Nullable BigDecimal number(Fact fact) {
        return now.number(fact);
    }
}
