package dev.incidentkit.store;

/** A store was asked for something that it does not declare. */
public final class CapabilityException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final Capability capability;

    /**
     * Creates the exception.
     *
     * @param capability what was asked for
     * @param store the store that does not declare it
     */
    public CapabilityException(Capability capability, String store) {
        super("Store " + store + " does not declare " + capability);
        this.capability = capability;
    }

    /** {@return what was asked for} */
    public Capability capability() {
        return capability;
    }
}
