package dev.incidentkit.store;

/**
 * Wake-ups that were put off because they could not be carried out, of every tenant. They stay counted until they are
 * carried out, armed anew or gone. Safe for use by several threads.
 */
public interface FailedWakeUps {
    /**
     * Counts the wake-ups that failed at least once since they were armed, whether they wait, are claimed or are due.
     *
     * @return how many there are, 0 or more
     * @throws StoreException if the store cannot tell
     */
    long failedWakeUps();
}
