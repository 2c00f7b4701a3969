package dev.incidentkit.store;

import dev.incidentkit.core.incident.TenantId;
import java.util.Set;

/**
 * A store of one tenant's incidents. It loads and appends; what else it does, it declares. Using what is not declared is
 * refused with a {@link CapabilityException}.
 */
public interface IncidentStore
        extends EventLog,
                IncidentQueries,
                TimerQueue,
                FailedWakeUps,
                Outbox,
                ParkedMessages,
                Definitions,
                EventFeed,
                Maintenance {
    /** {@return the tenant whose incidents these are} */
    TenantId tenant();

    /**
     * The same store for another tenant.
     *
     * @param tenant the tenant
     * @return a store of that tenant's incidents
     */
    IncidentStore forTenant(TenantId tenant);

    /** {@return what the store does beside loading and appending} */
    Set<Capability> capabilities();
}
