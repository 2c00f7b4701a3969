package dev.incidentkit.testkit.assertion;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.testkit.SentMessage;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what people were told of. */
public final class MessagesAssert extends AbstractAssert<MessagesAssert, List<SentMessage>> {
    private final String at;

    MessagesAssert(List<SentMessage> actual, String at) {
        super(actual, MessagesAssert.class);
        this.at = at;
    }

    /**
     * Somebody was told of events of a kind, a number of times.
     *
     * @param kind the kind of event
     * @param times how many
     * @return this
     */
    public MessagesAssert tellOf(Class<? extends IncidentEvent> kind, int times) {
        isNotNull();
        long found = actual.stream()
                .filter(message -> kind.isInstance(message.event()))
                .count();
        if (found != times) {
            fail(times + (times == 1 ? " message" : " messages") + " of " + kind.getSimpleName(), "there are " + found);
        }
        return this;
    }

    /**
     * Nobody was told of events of a kind.
     *
     * @param kind the kind of event
     * @return this
     */
    public MessagesAssert doNotTellOf(Class<? extends IncidentEvent> kind) {
        return tellOf(kind, 0);
    }

    /**
     * An audience was written to.
     *
     * @param audience the audience
     * @return this
     */
    public MessagesAssert reach(String audience) {
        isNotNull();
        if (actual.stream().noneMatch(message -> audience.equals(message.audience()))) {
            fail("a message to '" + audience + "'", "there is none");
        }
        return this;
    }

    /**
     * Nobody was told of anything.
     *
     * @return this
     */
    public MessagesAssert areNone() {
        isNotNull();
        if (!actual.isEmpty()) {
            fail("no message", "there are " + actual.size());
        }
        return this;
    }

    private void fail(String expected, String came) {
        failWithMessage("%s", Told.message(expected, came, "these were sent: " + actual, at));
    }
}
