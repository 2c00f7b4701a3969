package dev.incidentkit.examples.desk.embed;

import dev.incidentkit.desk.Notification;
import dev.incidentkit.desk.NotificationPort;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where notifications go: into the log, and the latest onto a page. A real desk sends mail here. Each may come again, so
 * those whose id is known are left out. Safe for use by several threads.
 */
public final class Notices implements NotificationPort {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final int KEPT = 50;

    private final Deque<Notification> latest = new ArrayDeque<>();

    @Override
    public synchronized void send(Notification notification) {
        if (latest.stream().anyMatch(known -> known.id().equals(notification.id()))) {
            return;
        }
        LOG.info("{} of incident {}", notification.topic(), notification.incident());
        latest.addFirst(notification);
        if (latest.size() > KEPT) {
            latest.removeLast();
        }
    }

    /** {@return the latest, the newest first} */
    public synchronized List<Notification> latest() {
        return List.copyOf(latest);
    }
}
