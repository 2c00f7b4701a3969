package dev.incidentkit.desk;

import dev.incidentkit.core.IncidentException;
import dev.incidentkit.store.VersionConflictException;

/** Others kept writing first, and the desk gave up. Nothing was written. */
public final class ConflictException extends IncidentException {
    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long actual;
    private final int attempts;

    ConflictException(VersionConflictException last, int attempts) {
        super(
                "After " + attempts + " attempts incident " + last.incident()
                        + " was still written by others first: it was " + "expected at version " + last.expected()
                        + ", but is at version " + last.actual(),
                last);
        this.expected = last.expected();
        this.actual = last.actual();
        this.attempts = attempts;
    }

    /** {@return the version that was last expected} */
    public long expected() {
        return expected;
    }

    /** {@return the version that was last found} */
    public long actual() {
        return actual;
    }

    /** {@return how often it was tried} */
    public int attempts() {
        return attempts;
    }
}
