package dev.incidentkit.spring.boot;

import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.spring.boot.IncidentKitProperties.Kind;
import dev.incidentkit.spring.boot.IncidentKitProperties.SchemaMode;
import dev.incidentkit.store.InMemoryIncidentStore;
import dev.incidentkit.store.IncidentStore;
import dev.incidentkit.store.StoreException;
import dev.incidentkit.store.jdbc.JdbcIncidentStore;
import dev.incidentkit.store.jdbc.Schema;
import java.sql.Connection;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.target.AbstractLazyCreationTargetSource;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Where records are kept: in the database of a DataSource, or in memory.
 *
 * @param source the database; null for memory
 */
record StoreChoice(@Nullable DataSource source) {
    private static final Logger LOG = LoggerFactory.getLogger(StoreChoice.class);
    private static final String HOLDER = "org.springframework.jdbc.datasource.ConnectionHolder";
    private static final String NAME_PROPERTY = "incidentkit.store.data-source";

    static StoreChoice of(IncidentKitProperties.Store asked, ListableBeanFactory beans) {
        if (asked.kind() == Kind.MEMORY) {
            return new StoreChoice(null);
        }
        String name = asked.dataSource();
        if (name != null) {
            return new StoreChoice(beans.getBean(name, DataSource.class));
        }
        DataSource only = beans.getBeanProvider(DataSource.class).getIfUnique();
        if (only == null) {
            List<String> names = List.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DataSource.class));
            refuseUnlessMemory(asked.kind(), names);
        }
        return new StoreChoice(only);
    }

    private static void refuseUnlessMemory(Kind kind, List<String> names) {
        if (!names.isEmpty()) {
            throw new RefusedException(
                    "Records are kept in the database of one DataSource, but there are " + names
                            + " and none is primary.",
                    "Name one by " + NAME_PROPERTY + ", or mark one as primary.",
                    null);
        }
        if (kind == Kind.JDBC) {
            throw new RefusedException(
                    "incidentkit.store.kind is " + kind + ", but there is no DataSource.",
                    "Configure a DataSource (spring.datasource.url), or set incidentkit.store.kind to memory.",
                    null);
        }
    }

    /** Opens the store, after the tables were looked at as asked. */
    IncidentStore open(IncidentKitProperties properties) {
        TenantId tenant = new TenantId(properties.tenant());
        DataSource database = source;
        if (database == null) {
            LOG.warn("Incidents are kept in memory and are gone with this process: there is no DataSource");
            return new InMemoryIncidentStore().forTenant(tenant);
        }
        SchemaMode schema = properties.store().schema();
        if (schema == SchemaMode.NONE) {
            return whenFirstUsed(() -> open(database).forTenant(tenant));
        }
        try {
            if (schema == SchemaMode.INSTALL) {
                Schema.install(database);
            }
            return open(database).forTenant(tenant);
        } catch (StoreException e) {
            throw new RefusedException(
                    "The store of incidents cannot be opened (incidentkit.store.schema is " + schema + "): "
                            + e.getMessage(),
                    "Run the scripts of classpath:dev/incidentkit/store/jdbc/<database> by Flyway or by hand, or set"
                            + " incidentkit.store.schema to install where the application may make tables.",
                    e);
        }
    }

    private static JdbcIncidentStore open(DataSource database) {
        if (!ClassUtils.isPresent(HOLDER, StoreChoice.class.getClassLoader())) {
            return JdbcIncidentStore.open(database);
        }
        Supplier<@Nullable Connection> transaction = new SpringTransaction(database);
        return JdbcIncidentStore.open(SpringTransaction.target(database), transaction);
    }

    /** A store that is opened, and whose tables are looked at, by the first call. */
    private static IncidentStore whenFirstUsed(Supplier<IncidentStore> opened) {
        return ProxyFactory.getProxy(IncidentStore.class, new AbstractLazyCreationTargetSource() {
            @Override
            protected Object createObject() {
                return opened.get();
            }
        });
    }
}
