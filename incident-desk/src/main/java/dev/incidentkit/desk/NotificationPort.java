package dev.incidentkit.desk;

/**
 * Sends notifications. Each comes at least once and may come again; those of one incident come in order. Called by
 * {@link OutboxRunner} on the host's thread.
 */
@FunctionalInterface
public interface NotificationPort {
    /**
     * Sends a notification.
     *
     * @param notification what to send
     * @throws RuntimeException if it cannot be sent; it is then tried again later
     */
    void send(Notification notification);
}
