package dev.incidentkit.testkit.store;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.IncidentStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The in-memory store with one fault planted: what the contract must notice. */
final class FaultyStore {
    private FaultyStore() {}

    /** A fault: what becomes of a call. */
    @FunctionalInterface
    interface Fault {
        @Nullable
        Object answer(Call call) throws Throwable;
    }

    /**
     * A call of a method of the store.
     *
     * @param real the store that would answer rightly
     * @param method the method
     * @param args what it was given
     * @param memory what the store of this node keeps between calls, for all tenants
     */
    record Call(IncidentStore real, Method method, Object[] args, Map<Object, Object> memory) {
        String name() {
            return method.getName();
        }

        /** The right answer. */
        @Nullable
        Object proceed() throws Throwable {
            return with(args);
        }

        /** The right answer of a method that always has one. */
        Object answer() throws Throwable {
            return Objects.requireNonNull(proceed(), name());
        }

        /** The right answer to another question. */
        @Nullable
        Object with(@Nullable Object... others) throws Throwable {
            try {
                return method.invoke(real, others);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
    }

    static IncidentStore of(IncidentStore real, Fault fault, Map<Object, Object> memory) {
        return (IncidentStore) Proxy.newProxyInstance(
                FaultyStore.class.getClassLoader(), new Class<?>[] {IncidentStore.class}, (self, method, args) -> {
                    Object[] given = args == null ? new Object[0] : args;
                    return method.getName().equals("forTenant")
                            ? of(real.forTenant((TenantId) given[0]), fault, memory)
                            : fault.answer(new Call(real, method, given, memory));
                });
    }

    /** A faulty store; another node of it shares what is stored, and not what is remembered. */
    record Fixture(Fault fault, StoreFixture real, IncidentStore store) implements StoreFixture {
        Fixture(Fault fault, StoreFixture real) {
            this(fault, real, of(real.store(), fault, new ConcurrentHashMap<>()));
        }

        @Override
        public IncidentStore anotherNode() {
            return of(real.store(), fault, new ConcurrentHashMap<>());
        }

        @Override
        public Instant now() {
            return real.now();
        }

        @Override
        public void advance(Duration by) {
            real.advance(by);
        }
    }
}
