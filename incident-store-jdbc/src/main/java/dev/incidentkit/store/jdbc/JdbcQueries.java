package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.IncidentQueries;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.Page;
import java.util.List;
import java.util.Optional;

/** Finds incidents. */
final class JdbcQueries implements IncidentQueries {
    private final Db db;
    private final String tenant;

    JdbcQueries(Db db, String tenant) {
        this.db = db;
        this.tenant = tenant;
    }

    @Override
    public Optional<IncidentSummary> summary(IncidentId incident) {
        return db.simple(
                "read the summary of incident " + incident,
                connection -> Sql.first(
                        connection,
                        "select " + SummaryRows.COLUMNS
                                + " from ik_incident i where i.tenant = ? and i.incident = ? and i.archived_to is null",
                        SummaryRows::read,
                        tenant,
                        incident.value()));
    }

    @Override
    public Page find(IncidentQuery query) {
        List<IncidentSummary> found = db.simple("find incidents", connection -> {
            FindSql find = FindSql.of(connection, tenant, query, db.sql);
            return Sql.list(connection, find.sql(), SummaryRows::read, find.values());
        });
        if (found.size() <= query.limit()) {
            return new Page(found, null);
        }
        List<IncidentSummary> page = found.subList(0, query.limit());
        return new Page(page, Cursor.of(query.order(), page.get(page.size() - 1)));
    }
}
