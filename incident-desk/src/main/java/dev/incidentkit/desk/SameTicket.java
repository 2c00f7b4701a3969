package dev.incidentkit.desk;

import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.AdoptedTicketBuilder;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Reporter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a ticket is the one that was taken over before, as far as what was redacted since can tell. */
final class SameTicket {
    private SameTicket() {}

    static boolean isSame(AdoptedTicket adopted, AdoptedTicket offered) {
        if (adopted.equals(offered)) {
            return true;
        }
        return new AdoptedTicketBuilder()
                .from(adopted)
                .title(title(adopted.title(), offered.title()))
                .reporter(reporter(adopted.reporter(), offered.reporter()))
                .attributes(unredacted(adopted.attributes(), offered.attributes()))
                .build()
                .equals(offered);
    }

    private static @Nullable PersonalText title(@Nullable PersonalText kept, @Nullable PersonalText offered) {
        return kept == null || offered == null ? kept : unredacted(kept, offered);
    }

    private static @Nullable Reporter reporter(@Nullable Reporter kept, @Nullable Reporter offered) {
        return kept == null || offered == null
                ? kept
                : new Reporter(kept.kind(), unredacted(kept.name(), offered.name()));
    }

    private static Attributes unredacted(Attributes kept, Attributes offered) {
        Map<String, AttributeValue> values = new LinkedHashMap<>(kept.asMap());
        values.replaceAll((name, value) -> value instanceof AttributeValue.Personal personal
                        && offered.asMap().get(name) instanceof AttributeValue.Personal other
                ? new AttributeValue.Personal(unredacted(personal.value(), other.value()))
                : value);
        return Attributes.of(values);
    }

    /** A text that was redacted may have been any that was there. */
    private static PersonalText unredacted(PersonalText kept, PersonalText offered) {
        return kept.isRedacted() ? offered : kept;
    }
}
