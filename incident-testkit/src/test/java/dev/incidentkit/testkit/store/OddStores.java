package dev.incidentkit.testkit.store;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.AppendResult;
import dev.incidentkit.store.Capability;
import dev.incidentkit.store.CapabilityException;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.OutboxCounts;
import dev.incidentkit.store.Page;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores that are not as they should be, to test the contract itself. */
final class OddStores {
    private static final TenantId TENANT = TenantId.DEFAULT;

    private OddStores() {}

    private static IncidentStore proxy(InvocationHandler handler) {
        return (IncidentStore)
                Proxy.newProxyInstance(OddStores.class.getClassLoader(), new Class<?>[] {IncidentStore.class}, handler);
    }

    /** Accepts everything, keeps nothing, and declares what it is told to. */
    static IncidentStore doingNothing(Set<Capability> declared) {
        return proxy((self, method, args) -> {
            Class<?> type = method.getReturnType();
            if (type == Optional.class) {
                return Optional.empty();
            }
            if (type == List.class) {
                return List.of();
            }
            if (type == boolean.class) {
                return false;
            }
            return switch (method.getName()) {
                case "append" -> AppendResult.WRITTEN;
                case "find" -> new Page(List.of(), null);
                case "outboxCounts" -> new OutboxCounts(0, 0);
                case "failedWakeUps" -> 0L;
                case "capabilities" -> declared;
                case "tenant" -> TENANT;
                case "forTenant" -> doingNothing(declared);
                case "toString" -> "doing nothing";
                case "hashCode" -> 0;
                default -> null;
            };
        });
    }

    /** A store that declares less than it could do, and refuses the rest. */
    static IncidentStore declaring(IncidentStore real, Set<Capability> declared) {
        return proxy((self, method, args) -> {
            needed(method.getName(), args)
                    .filter(each -> !declared.contains(each))
                    .ifPresent(lacking -> {
                        throw new CapabilityException(lacking, "declaring " + declared);
                    });
            return switch (method.getName()) {
                case "capabilities" -> declared;
                case "forTenant" -> declaring(real.forTenant((TenantId) args[0]), declared);
                default -> invoke(real, method, args);
            };
        });
    }

    private static Optional<Capability> needed(String method, Object[] args) {
        return Optional.ofNullable(
                switch (method) {
                    case "summary", "find" -> Capability.QUERIES;
                    case "claimWakeUps", "rearm", "putOff", "failedWakeUps", "earliestWakeUp" -> Capability.TIMERS;
                    case "claimMessages",
                            "delivered",
                            "failed",
                            "outboxCounts",
                            "park",
                            "parked",
                            "resume",
                            "discard" -> Capability.OUTBOX;
                    case "keepDefinition", "definition" -> Capability.DEFINITIONS;
                    case "read" -> Capability.FEED;
                    case "incidents", "repair", "archive" -> Capability.MAINTENANCE;
                    case "append" -> needed((Append) args[0]);
                    default -> null;
                });
    }

    private static @Nullable Capability needed(Append append) {
        if (!append.messages().isEmpty()) {
            return Capability.OUTBOX;
        }
        return append.lease() == null ? null : Capability.TIMERS;
    }

    private static @Nullable Object invoke(IncidentStore real, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** An odd store with the clock of another fixture. */
    record Fixture(IncidentStore store, Set<Capability> capabilities, StoreFixture clock) implements StoreFixture {
        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public void advance(Duration by) {
            clock.advance(by);
        }
    }
}
