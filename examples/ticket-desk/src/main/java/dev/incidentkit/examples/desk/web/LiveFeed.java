package dev.incidentkit.examples.desk.web;

import dev.incidentkit.store.EventFeed;
import dev.incidentkit.store.FeedEvent;
import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells pages which incidents changed, by server-sent events. It follows the feed of the store, so it also tells what other
 * nodes did. Safe for use by several threads.
 */
public final class LiveFeed implements AutoCloseable {
    private static final String ALL = "*";
    private static final int PART = 1_000;
    private static final int QUIET_ROUNDS = 50;

    private final EventFeed feed;
    private final Map<SseClient, String> clients = new ConcurrentHashMap<>();
    private String position = EventFeed.BEGINNING;
    private boolean isAtEnd;
    private int quiet;

    /**
     * Follows a feed from where it ends when it is first asked to.
     *
     * @param feed the feed
     */
    public LiveFeed(EventFeed feed) {
        this.feed = feed;
    }

    void routes(RoutesConfig routes) {
        routes.sse("/live", this::join);
    }

    private void join(SseClient client) {
        String follows = client.ctx().queryParam("incident");
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.put(client, follows == null ? ALL : follows);
        client.sendEvent("ready", "yes"); // browsers pass events without data over
    }

    /** Reads on, and tells whoever follows what changed. */
    public synchronized void follow() {
        Set<String> changed = new LinkedHashSet<>();
        List<FeedEvent> part;
        do {
            part = feed.read(position, PART);
            for (FeedEvent event : part) {
                position = event.position();
                changed.add(event.incident().value());
            }
        } while (part.size() == PART);
        if (isAtEnd && !changed.isEmpty()) {
            clients.forEach((client, follows) -> tell(client, follows, changed));
        }
        isAtEnd = true;
        keepAlive();
    }

    private static void tell(SseClient client, String follows, Set<String> changed) {
        if (follows.equals(ALL)) {
            client.sendEvent("changed", String.join(" ", changed));
        } else if (changed.contains(follows)) {
            client.sendEvent("changed", follows);
        }
    }

    @Override
    public void close() {
        List.copyOf(clients.keySet()).forEach(SseClient::close);
    }

    /** Who left is noticed when something is sent. */
    private void keepAlive() {
        quiet++;
        if (quiet >= QUIET_ROUNDS) {
            quiet = 0;
            clients.keySet().forEach(client -> client.sendComment("still here"));
        }
    }
}
