package dev.incidentkit.testkit.assertion;

import dev.incidentkit.core.definition.Explanation;
import org.assertj.core.api.AbstractAssert;

/** Assertions on why an incident stands as it does: its priority, team, deadline, refusal or silence. */
public final class ReasonsAssert extends AbstractAssert<ReasonsAssert, Explanation> {
    ReasonsAssert(Explanation actual) {
        super(actual, ReasonsAssert.class);
    }

    /**
     * What is explained is this.
     *
     * @param answer the first line, for example {@code the priority is P1}
     * @return this
     */
    public ReasonsAssert answers(String answer) {
        isNotNull();
        if (!actual.answer().equals(answer)) {
            fail("to answer '" + answer + "'", "it answers '" + actual.answer() + "'");
        }
        return this;
    }

    /**
     * A reason, or a fact that one names, says something.
     *
     * @param words what must be among the lines of the explanation
     * @return this
     */
    public ReasonsAssert gives(String words) {
        isNotNull();
        if (!actual.text().contains(words)) {
            fail("to give '" + words + "'", "it does not");
        }
        return this;
    }

    private void fail(String expected, String came) {
        failWithMessage(
                "%s", Told.message("the explanation of " + actual.subject() + " " + expected, came, actual.text(), ""));
    }
}
