package dev.incidentkit.testkit.assertion;

import dev.incidentkit.core.incident.Unmet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what stands against a command. */
public final class RefusalAssert extends AbstractAssert<RefusalAssert, List<Unmet>> {
    private final String at;

    RefusalAssert(List<Unmet> actual, String at) {
        super(actual, RefusalAssert.class);
        this.at = at;
    }

    /**
     * The command is accepted.
     *
     * @return this
     */
    public RefusalAssert isAccepted() {
        isNotNull();
        if (!actual.isEmpty()) {
            fail("the command to be accepted");
        }
        return this;
    }

    /**
     * The command is refused for these reasons and no others.
     *
     * @param codes the codes of all unmet requirements, with the field in brackets where one is named, for example
     *     {@code FIELD_REQUIRED(owner)}; in any order
     * @return this
     */
    public RefusalAssert isRefusedFor(String... codes) {
        isNotNull();
        if (!new TreeSet<>(List.of(codes)).equals(new TreeSet<>(codes()))) {
            fail("the command to be refused for " + new TreeSet<>(List.of(codes)));
        }
        return this;
    }

    /**
     * Among the reasons of the refusal is one.
     *
     * @param code its code, with the field in brackets where one is named
     * @return this
     */
    public RefusalAssert isRefusedAmongOthersFor(String code) {
        isNotNull();
        if (!codes().contains(code)) {
            fail("the command to be refused for " + code + ", perhaps among others");
        }
        return this;
    }

    private List<String> codes() {
        return actual.stream()
                .map(unmet -> unmet.field() == null ? unmet.code() : unmet.code() + "(" + unmet.field() + ")")
                .toList();
    }

    private void fail(String expected) {
        failWithMessage(
                "%s",
                Told.message(
                        expected,
                        actual.isEmpty() ? "it was accepted" : "it was refused for " + new TreeSet<>(codes()),
                        actual.stream().map(Unmet::message).collect(Collectors.joining("\n")),
                        at));
    }
}
