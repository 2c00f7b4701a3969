package dev.incidentkit.examples.desk.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of this node, in memory: who signed in signs in again after a restart. Safe for use by several threads.
 */
public final class Sessions {
    private static final Duration LIFE = Duration.ofHours(12);
    private static final Duration BEFORE_SIGN_IN = Duration.ofMinutes(30);
    private static final int MOST = 10_000;
    private static final int TOKEN_BYTES = 32;

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    /**
     * Begins without sessions.
     *
     * @param clock tells when sessions end
     */
    public Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Begins a session, of nobody for the form to sign in with.
     *
     * @param user who signed in, if somebody did
     * @return the session, under a new identity
     */
    public Session begin(@Nullable User user) {
        Instant now = clock.instant();
        if (sessions.size() >= MOST) {
            sessions.values()
                    .removeIf(each -> each.user() == null || each.until().isBefore(now));
        }
        Session session = new Session(token(), token(), user, now.plus(user == null ? BEFORE_SIGN_IN : LIFE));
        sessions.put(session.id(), session);
        return session;
    }

    /**
     * Finds a session.
     *
     * @param id the value of a cookie
     * @return the session; empty if it has ended or never was
     */
    public Optional<Session> find(@Nullable String id) {
        Session session = id == null ? null : sessions.get(id);
        return session == null || session.until().isBefore(clock.instant()) ? Optional.empty() : Optional.of(session);
    }

    /**
     * Ends a session.
     *
     * @param session the session
     */
    public void end(Session session) {
        sessions.remove(session.id());
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
