package dev.incidentkit.testkit.store;

import dev.incidentkit.core.incident.TenantId;
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
import java.util.EnumSet;
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

    /** Accepts everything, keeps nothing, and says that it can do all. */
    static IncidentStore doingNothing() {
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
                case "capabilities" -> EnumSet.allOf(Capability.class);
                case "tenant" -> TENANT;
                case "forTenant" -> doingNothing();
                case "toString" -> "doing nothing";
                case "hashCode" -> 0;
                default -> null;
            };
        });
    }

    /** A store of which nothing but loading and appending is declared; the rest is refused. */
    static IncidentStore refusing(IncidentStore real) {
        return proxy((self, method, args) -> switch (method.getName()) {
            case "capabilities" -> Set.of();
            case "forTenant" -> refusing(real.forTenant((TenantId) args[0]));
            case "tenant", "load", "head", "append", "receipt", "holder", "toString", "hashCode", "equals" ->
                invoke(real, method, args);
            default -> throw new CapabilityException(Capability.QUERIES, "refusing");
        });
    }

    private static @Nullable Object invoke(IncidentStore real, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** An odd store with the clock of another fixture. */
    record Fixture(IncidentStore store, StoreFixture clock) implements StoreFixture {
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
