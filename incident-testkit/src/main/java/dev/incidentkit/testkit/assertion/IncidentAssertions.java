package dev.incidentkit.testkit.assertion;

import dev.incidentkit.core.definition.Explanation;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.sla.SlaStanding;
import dev.incidentkit.rules.TableExplanation;
import dev.incidentkit.testkit.Moment;
import dev.incidentkit.testkit.SentMessage;
import java.util.List;

/**
 * Where assertions begin. Import {@code assertThat} statically, beside that of AssertJ if one likes: the kinds of what is
 * looked at differ.
 */
public final class IncidentAssertions {
    private IncidentAssertions() {}

    /**
     * Looks at an incident.
     *
     * @param actual the incident
     * @return assertions on it
     */
    public static IncidentAssert assertThat(Incident actual) {
        return new IncidentAssert(actual);
    }

    /**
     * Looks at a moment of a scenario: at the incident, at clocks, at the refusal, at what was sent.
     *
     * @param actual the moment
     * @return assertions on it
     */
    public static MomentAssert assertThat(Moment actual) {
        return new MomentAssert(actual);
    }

    /**
     * Looks at why a rule table answers what it answers.
     *
     * @param actual the explanation
     * @return assertions on it
     */
    public static ExplanationAssert assertThat(TableExplanation actual) {
        return new ExplanationAssert(actual);
    }

    /**
     * Looks at how a cycle of a clock stands.
     *
     * @param actual the standing
     * @return assertions on it
     */
    public static StandingAssert assertThat(SlaStanding actual) {
        return new StandingAssert(actual);
    }

    /**
     * Looks at why an incident stands as it does.
     *
     * @param actual the explanation
     * @return assertions on it
     */
    public static ReasonsAssert assertThat(Explanation actual) {
        return new ReasonsAssert(actual);
    }

    /**
     * Looks at what stands against a command.
     *
     * @param actual every unmet requirement; none for a command that is accepted
     * @return assertions on it
     */
    public static RefusalAssert assertThatRefusal(List<Unmet> actual) {
        return new RefusalAssert(actual, "");
    }

    /**
     * Looks at what people were told of.
     *
     * @param actual the messages
     * @return assertions on them
     */
    public static MessagesAssert assertThatMessages(List<SentMessage> actual) {
        return new MessagesAssert(actual, "");
    }
}
