package dev.incidentkit.testkit.assertion;

import dev.incidentkit.rules.TableExplanation;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions on why a rule table answers what it answers. A failure tells what is to be said of each rule. */
public final class ExplanationAssert extends AbstractAssert<ExplanationAssert, TableExplanation> {
    ExplanationAssert(TableExplanation actual) {
        super(actual, ExplanationAssert.class);
    }

    /**
     * Some rules decide.
     *
     * @param rules their identifiers, in the order of the hit policy
     * @return this
     */
    public ExplanationAssert isDecidedBy(String... rules) {
        isNotNull();
        if (!actual.decided().equals(List.of(rules)) || actual.violated()) {
            fail("to be decided by " + List.of(rules));
        }
        return this;
    }

    /**
     * No rule matches.
     *
     * @return this
     */
    public ExplanationAssert isDecidedByNone() {
        return isDecidedBy();
    }

    /**
     * Several rules match against the hit policy.
     *
     * @return this
     */
    public ExplanationAssert violatesItsHitPolicy() {
        isNotNull();
        if (!actual.violated()) {
            fail("to violate its hit policy");
        }
        return this;
    }

    private void fail(String expected) {
        failWithMessage(
                "%s",
                Told.message(
                        "table '" + actual.table() + "' " + expected + " for " + actual.input(),
                        actual.violated()
                                ? "several rules match against its hit policy"
                                : "it was decided by " + actual.decided(),
                        actual.text(),
                        ""));
    }
}
