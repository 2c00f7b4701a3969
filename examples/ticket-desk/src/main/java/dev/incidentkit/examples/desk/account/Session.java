package dev.incidentkit.examples.desk.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a browser's cookie stands for.
 *
 * @param id the value of the cookie
 * @param csrf what each form of this session carries, so that other sites cannot send one
 * @param user who signed in; null before somebody did
 * @param until when it ends
 */
public record Session(String id, String csrf, @Nullable User user, Instant until) {
    /**
     * Whether a form is of this session.
     *
     * @param token what the form carries
     * @return true if it does
     */
    public boolean owns(@Nullable String token) {
        return token != null
                && MessageDigest.isEqual(csrf.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
