package dev.incidentkit.desk;

import dev.incidentkit.core.incident.TenantId;
import java.util.Optional;

/**
 * Keeps anchors where those who can write the records cannot: another account's bucket, a timestamping service, a printed
 * page.
 */
public interface AnchorPort {
    /**
     * Keeps an anchor.
     *
     * @param anchor the anchor
     */
    void keep(Anchor anchor);

    /**
     * The last anchor that was kept.
     *
     * @param tenant the tenant
     * @return the anchor, or empty if there is none
     */
    Optional<Anchor> latest(TenantId tenant);
}
