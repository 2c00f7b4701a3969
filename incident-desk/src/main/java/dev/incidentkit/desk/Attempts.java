package dev.incidentkit.desk;

import dev.incidentkit.store.ReservedKeyException;
import dev.incidentkit.store.VersionConflictException;
import java.util.function.Supplier;

/** Tries again while others write first. */
final class Attempts {
    private Attempts() {}

    /**
     * Tries until it succeeds or was tried often enough.
     *
     * @param most how often it is tried
     * @param work loads, decides and appends
     * @return what the work answered
     * @throws ConflictException if others kept writing first
     * @throws ReservedKeyException if others kept taking a key first
     */
    static <T> T of(int most, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (VersionConflictException e) {
                if (attempt >= most) {
                    throw new ConflictException(e, attempt);
                }
            } catch (ReservedKeyException e) {
                if (attempt >= most) {
                    throw e;
                }
            }
        }
    }
}
