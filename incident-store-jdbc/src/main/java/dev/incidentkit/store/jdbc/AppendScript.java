package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.store.Append;
import dev.incidentkit.store.ClaimedWakeUp;
import dev.incidentkit.store.CommandReceipt;
import dev.incidentkit.store.IncidentAppend;
import dev.incidentkit.store.KeyReservation;
import dev.incidentkit.store.OutboxMessage;
import dev.incidentkit.store.PersonalValue;
import dev.incidentkit.store.ReadCondition;
import dev.incidentkit.store.Redaction;
import dev.incidentkit.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one append. Rows of incidents are guarded and locked first, in the order of their identities, so that
 * two appends never wait for each other in a circle; positions in the feed are taken last.
 */
final class AppendScript {
    private final Script script;
    private final Dialect.Fragments sql;
    private final String tenant;
    private final Append append;
    private final List<SummaryRows.Known> fresh = new ArrayList<>();

    AppendScript(Dialect.Fragments sql, String tenant, Append append) {
        this.script = new Script(sql);
        this.sql = sql;
        this.tenant = tenant;
        this.append = append;
    }

    /**
     * Adds the row of a tenant that may be new, before anything else.
     *
     * @param isKnown whether the row is there for certain
     */
    AppendScript ofTenant(boolean isKnown) {
        if (!isKnown) {
            tenant(script, sql, tenant);
        }
        return this;
    }

    /**
     * Writes the statements.
     *
     * @param clearing whether a receipt of the same key that ran out is removed first
     */
    Script build(boolean clearing) {
        append.redactions().forEach(this::refuseHeld);
        guards();
        receipt(clearing);
        keys();
        personal();
        messages();
        append.redactions().forEach(this::redact);
        events();
        append.conditions().stream()
                .filter(condition -> condition.version() == 0)
                .forEach(condition -> script.plain(
                        "delete from ik_incident where tenant = ? and incident = ?",
                        tenant,
                        condition.incident().value()));
        return script;
    }

    static void tenant(Script script, Dialect.Fragments sql, String tenant) {
        script.plain(
                "insert into ik_tenant (tenant, feed_position) select " + sql.text() + ", 0 from ik_schema"
                        + " where not exists (select 1 from ik_tenant where tenant = ?)",
                tenant,
                tenant);
    }

    private void refuseHeld(Redaction redaction) {
        script.lock(
                "select 1 from ik_tenant where tenant = ? and not exists"
                        + " (select 1 from ik_incident where tenant = ? and incident = ? and legal_hold = 1)",
                tenant,
                tenant,
                redaction.incident().value());
    }

    private void guards() {
        TreeMap<IncidentId, Runnable> guards = new TreeMap<>(Comparator.comparing(IncidentId::value));
        append.conditions().forEach(condition -> guards.put(condition.incident(), () -> condition(condition)));
        append.incidents().forEach(incident -> guards.put(incident.incident(), () -> incident(incident)));
        ClaimedWakeUp lease = append.lease();
        if (lease != null
                && append.incidents().stream().noneMatch(each -> each.incident().equals(lease.incident()))) {
            guards.put(lease.incident(), () -> held(lease));
        }
        guards.values().forEach(Runnable::run);
        addFresh();
    }

    private void held(ClaimedWakeUp lease) {
        addFresh();
        script.lock(
                "select 1 from ik_incident where tenant = ? and incident = ? and lease_token = ?",
                tenant,
                lease.incident().value(),
                lease.token());
    }

    /** Adds new incidents that follow one another as rows of one statement, before anything behind them is locked. */
    private void addFresh() {
        SummaryRows.insert(script, tenant, fresh, sql.mark());
        fresh.clear();
    }

    /** That an incident does not exist is guarded by a row that stands for it until the end of the append. */
    private void condition(ReadCondition condition) {
        addFresh();
        String incident = condition.incident().value();
        if (condition.version() == 0) {
            script.plain(
                    "insert into ik_incident (tenant, incident, version, head_hash, definition, status, phase, is_closed,"
                            + " priority_rank, reported_at, next_breach, wake_failures, lease_until, legal_hold, extra, terms_hash,"
                            + " terms_changed, feed_mark) values (?, ?, 0, '', '', '', 'NEW', 0, 0, 0, 0, 0, 0, 0, ?, 0, 0, 0)",
                    tenant,
                    incident,
                    new byte[0]);
        } else {
            script.lock(
                    "select 1 from ik_incident where tenant = ? and incident = ? and version = ? and archived_to is null",
                    tenant,
                    incident,
                    condition.version());
        }
    }

    private void incident(IncidentAppend incident) {
        if (incident.expectedVersion() == 0) {
            fresh.add(new SummaryRows.Known(incident.summary()));
            return;
        }
        addFresh();
        if (incident.termsKept()) {
            SummaryRows.update(script, tenant, incident.summary(), guard(incident));
        } else {
            SummaryRows.Known known = new SummaryRows.Known(incident.summary());
            SummaryRows.update(script, tenant, known, guard(incident));
            changedTerms(script, sql, tenant, incident.incident(), known.terms());
        }
    }

    private SummaryRows.Guard guard(IncidentAppend incident) {
        ClaimedWakeUp lease = append.lease();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(incident.expectedVersion());
        String condition = " and version = ?";
        if (lease != null && lease.incident().equals(incident.incident())) {
            condition += " and lease_token = ?";
            values.add(lease.token());
        }
        return new SummaryRows.Guard(
                condition,
                values,
                sql.mark(),
                carries() ? EventInserts.carried(sql, incident.events()) : SummaryRows.Carried.NOTHING);
    }

    /**
     * Whether the events go with the update of their incident's row. Those of several incidents keep the order of the append
     * in the feed, and not that of the guards.
     */
    private boolean carries() {
        if (append.incidents().size() != 1 || !sql.carries()) {
            return false;
        }
        IncidentAppend only = append.incidents().get(0);
        int events = only.events().size();
        return only.expectedVersion() > 0 && events > 0 && events <= sql.rows();
    }

    /** Touches no row where the terms are as they were. */
    static void changedTerms(
            Script script, Dialect.Fragments sql, String tenant, IncidentId incident, List<Terms.Term> terms) {
        script.plain(
                "delete from ik_term where tenant = ? and incident = ? and exists (select 1 from ik_incident i"
                        + " where i.tenant = ? and i.incident = ? and i.terms_changed = 1)",
                tenant,
                incident.value(),
                tenant,
                incident.value());
        if (!terms.isEmpty()) {
            addChanged(script, sql, tenant, incident, terms);
        }
    }

    private static void addChanged(
            Script script, Dialect.Fragments sql, String tenant, IncidentId incident, List<Terms.Term> terms) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder union = new StringBuilder();
        for (Terms.Term term : terms) {
            union.append(union.isEmpty() ? "select " : " union all select ")
                    .append(sql.text())
                    .append(" as kind, ")
                    .append(sql.text())
                    .append(" as term");
            values.add(term.kind());
            values.add(term.text());
        }
        values.add(tenant);
        values.add(incident.value());
        script.plain(
                "insert into ik_term (tenant, kind, term, incident) select i.tenant, t.kind, t.term, i.incident from ("
                        + union
                        + ") t cross join ik_incident i where i.tenant = ? and i.incident = ? and i.terms_changed = 1",
                values.toArray());
    }

    private void receipt(boolean clearing) {
        CommandReceipt receipt = append.receipt();
        if (receipt == null) {
            return;
        }
        byte[] hash = Sql.sha256(receipt.key());
        if (clearing) {
            script.plain(
                    "delete from ik_command where tenant = ? and key_hash = ? and expires_at <= ?",
                    tenant,
                    hash,
                    receipt.acceptedAt().toEpochMilli());
        }
        script.plain(
                "insert into ik_command (tenant, key_hash, key_text, fingerprint, incident, version, events, accepted_at,"
                        + " expires_at) values (" + Sql.marks(9) + ")",
                tenant,
                hash,
                Sql.clean(receipt.key()),
                receipt.fingerprint(),
                receipt.incident().value(),
                receipt.version(),
                receipt.events(),
                receipt.acceptedAt().toEpochMilli(),
                receipt.expiresAt().toEpochMilli());
    }

    private void keys() {
        Comparator<KeyReservation> order = Comparator.comparing(KeyReservation::key);
        append.release().stream()
                .sorted(order)
                .forEach(key -> script.plain(
                        "delete from ik_reserved where tenant = ? and key_hash = ? and incident = ?",
                        tenant,
                        Sql.sha256(key.key()),
                        key.holder().value()));
        append.reserve().stream().sorted(order).forEach(this::reserve);
    }

    /** A key that the incident holds already is left as it is; one that another holds is in the way of the insert. */
    private void reserve(KeyReservation key) {
        byte[] hash = Sql.sha256(key.key());
        script.plain(
                "insert into ik_reserved (tenant, key_hash, key_text, incident) select " + sql.text() + ", ?, "
                        + sql.text() + ", " + sql.text() + " from ik_schema where not exists"
                        + " (select 1 from ik_reserved r where r.tenant = ? and r.key_hash = ? and r.incident = ?)",
                tenant,
                hash,
                Sql.clean(key.key()),
                key.holder().value(),
                tenant,
                hash,
                key.holder().value());
    }

    private void personal() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        append.incidents()
                .forEach(incident -> incident.events()
                        .forEach(event -> personal(rows, incident.incident().value(), event)));
        script.rows(
                "insert into ik_personal (tenant, incident, sequence, place, path, salt, value_bytes)",
                "(" + Sql.marks(7) + ")",
                rows);
    }

    private void personal(List<List<@Nullable Object>> rows, String incident, StoredEvent event) {
        int place = 0;
        for (PersonalValue value : event.personal()) {
            rows.add(Arrays.asList(
                    tenant,
                    incident,
                    event.sequence(),
                    place++,
                    value.path(),
                    value.salt(),
                    value.text().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void messages() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (OutboxMessage message : append.messages()) {
            rows.add(Arrays.asList(
                    tenant,
                    message.incident().value(),
                    message.sequence(),
                    message.id(),
                    message.topic(),
                    message.body(),
                    message.createdAt().toEpochMilli()));
        }
        script.rows(
                "insert into ik_message (tenant, incident, sequence, id, topic, body, created_at, state, attempts,"
                        + " not_before)",
                "(" + Sql.marks(7) + ", 0, 0, 0)",
                rows);
    }

    /**
     * Keys keep answering by their hashes when their texts are gone. Nobody knows whose data a text of a key holds, so that
     * any redaction takes them.
     */
    private void redact(Redaction redaction) {
        String incident = redaction.incident().value();
        List<@Nullable Object> values = new ArrayList<>(List.of(tenant, incident));
        values.addAll(redaction.paths());
        String some = redaction.paths().isEmpty()
                ? ""
                : " and path in (" + Sql.marks(redaction.paths().size()) + ")";
        script.plain("delete from ik_personal where tenant = ? and incident = ?" + some, values.toArray());
        script.plain("update ik_command set key_text = null where tenant = ? and incident = ?", tenant, incident);
        script.plain("update ik_reserved set key_text = null where tenant = ? and incident = ?", tenant, incident);
    }

    private void events() {
        List<EventInserts.Entry> entries = append.incidents().stream()
                .flatMap(incident ->
                        incident.events().stream().map(event -> new EventInserts.Entry(incident.incident(), event)))
                .toList();
        if (entries.isEmpty() || carries()) {
            return;
        }
        EventInserts.add(script, sql, tenant, entries);
    }
}
