package shop;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.store.IncidentStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The shop's own store: a cache of records before any other store, emptied by whatever is written. */
final class CachedStore implements InvocationHandler {
    private final IncidentStore store;
    private final Map<Object, Object> records;

    private CachedStore(IncidentStore store, Map<Object, Object> records) {
        this.store = store;
        this.records = records;
    }

    static IncidentStore before(IncidentStore store) {
        return before(store, new ConcurrentHashMap<>());
    }

    private static IncidentStore before(IncidentStore store, Map<Object, Object> records) {
        return (IncidentStore) Proxy.newProxyInstance(
                CachedStore.class.getClassLoader(),
                new Class<?>[] {IncidentStore.class},
                new CachedStore(store, records));
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "load":
                Object key = store.tenant() + "/" + arguments[0];
                Object kept = records.get(key);
                if (kept == null) {
                    kept = call(method, arguments);
                    records.put(key, kept);
                }
                return kept;
            case "forTenant":
                return before(store.forTenant((TenantId) arguments[0]), records);
            default:
                try {
                    return call(method, arguments);
                } finally {
                    records.clear();
                }
        }
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
