package dev.incidentkit.store;

/** A command came under the key of another command. Nothing was written. */
public final class CommandKeyReusedException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * Creates the exception.
     *
     * @param key the key
     */
    public CommandKeyReusedException(String key) {
        super("Key '" + key + "' belongs to another command that was accepted before");
        this.key = key;
    }

    /** {@return the key} */
    public String key() {
        return key;
    }
}
