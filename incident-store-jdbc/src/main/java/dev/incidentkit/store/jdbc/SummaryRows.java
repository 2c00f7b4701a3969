package dev.incidentkit.store.jdbc;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.store.IncidentSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Summaries as rows. */
final class SummaryRows {
    /** Stands for no breach, after every other. */
    static final long NEVER = Long.MAX_VALUE;

    /** What is read to make a summary. */
    static final String COLUMNS = "i.incident, i.version, i.head_hash, i.definition, i.status, i.phase, i.priority,"
            + " i.priority_rank, i.number_text, i.title, i.category, i.owner_group, i.owner_person, i.reported_at,"
            + " i.resolved_at, i.ended_at, i.next_breach, i.wake_at, i.legal_hold, i.extra";

    /** The columns that an append writes, in the order of {@link #values}. */
    private static final List<String> WRITTEN = List.of(
            "version",
            "head_hash",
            "definition",
            "status",
            "phase",
            "is_closed",
            "priority",
            "priority_rank",
            "number_text",
            "title",
            "category",
            "owner_group",
            "owner_person",
            "reported_at",
            "resolved_at",
            "ended_at",
            "next_breach",
            "wake_at",
            "wake_from",
            "legal_hold",
            "extra");

    private SummaryRows() {}

    private static List<@Nullable Object> values(IncidentSummary summary) {
        return Arrays.asList(
                summary.version(),
                summary.headHash(),
                summary.definition(),
                Sql.clean(summary.status()),
                summary.phase().name(),
                summary.phase().isOpen() ? 0 : 1,
                Sql.clean(summary.priority()),
                summary.priorityRank(),
                summary.number(),
                summary.title(),
                summary.category(),
                summary.ownerGroup(),
                summary.ownerPerson(),
                summary.reportedAt().toEpochMilli(),
                Sql.millis(summary.resolvedAt()),
                Sql.millis(summary.endedAt()),
                breach(summary),
                Sql.millis(summary.nextWakeUp()),
                Sql.millis(summary.nextWakeUp()),
                summary.legalHold() ? 1 : 0,
                new Extra(summary.services(), summary.externalReferences(), summary.attributes()).encode());
    }

    static long breach(IncidentSummary summary) {
        Instant breach = summary.nextBreach();
        return breach == null ? NEVER : breach.toEpochMilli();
    }

    /**
     * What is known of an incident.
     *
     * @param summary for its row
     * @param terms by what it is found
     */
    record Known(IncidentSummary summary, List<Terms.Term> terms) {
        Known(IncidentSummary summary) {
            this(summary, Terms.of(summary));
        }
    }

    /** Adds the rows of new incidents, and then what they are found by. */
    static void insert(Script script, String tenant, List<Known> incidents, String mark) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<List<@Nullable Object>> terms = new ArrayList<>();
        for (Known fresh : incidents) {
            List<@Nullable Object> row =
                    new ArrayList<>(List.of(tenant, fresh.summary().incident().value()));
            row.addAll(values(fresh.summary()));
            row.add(Terms.hash(fresh.terms()));
            rows.add(row);
            terms.addAll(terms(tenant, fresh));
        }
        script.rows(
                "insert into ik_incident (tenant, incident, " + String.join(", ", WRITTEN)
                        + ", terms_hash, terms_changed, wake_failures, lease_until, feed_mark)",
                "(" + Sql.marks(WRITTEN.size() + 3) + ", 0, 0, 0, " + mark + ")",
                rows);
        terms(script, terms);
    }

    /** Sets a row anew whatever it says, when its terms are gone, and adds these. */
    static void renew(Script script, String tenant, Known row) {
        update(script, tenant, row, new Guard("", List.of(), "0"));
        terms(script, terms(tenant, row));
    }

    private static List<List<@Nullable Object>> terms(String tenant, Known row) {
        String incident = row.summary().incident().value();
        return row.terms().stream()
                .map(term -> Arrays.<@Nullable Object>asList(tenant, term.kind(), term.text(), incident))
                .toList();
    }

    private static void terms(Script script, List<List<@Nullable Object>> rows) {
        script.rows("insert into ik_term (tenant, kind, term, incident)", "(?, ?, ?, ?)", rows);
    }

    /**
     * Sets the row anew under a guard. Whether terms have changed is noted first: MariaDB assigns from left to right.
     *
     * @param guard what the row must meet beside its key, with its values
     */
    static void update(Script script, String tenant, Known known, Guard guard) {
        long hash = Terms.hash(known.terms());
        update(
                script,
                "terms_changed = case when terms_hash = ? then 0 else 1 end, terms_hash = ?, ",
                guarded(new ArrayList<>(List.of(hash, hash)), tenant, known.summary(), guard),
                guard);
    }

    /** Sets the row anew under a guard, and leaves alone by what the incident is found. */
    static void update(Script script, String tenant, IncidentSummary summary, Guard guard) {
        update(script, "", guarded(new ArrayList<>(), tenant, summary, guard), guard);
    }

    private static List<@Nullable Object> guarded(
            List<@Nullable Object> values, String tenant, IncidentSummary summary, Guard guard) {
        values.addAll(values(summary));
        values.add(tenant);
        values.add(summary.incident().value());
        values.addAll(guard.values());
        values.addAll(guard.carried().values());
        return values;
    }

    private static void update(Script script, String first, List<@Nullable Object> values, Guard guard) {
        String sql = "update ik_incident set " + first + String.join(" = ?, ", WRITTEN)
                + " = ?, wake_failures = 0, lease_until = 0, lease_token = null, feed_mark = greatest(feed_mark, "
                + guard.mark()
                + ") where tenant = ? and incident = ? and archived_to is null" + guard.condition();
        script.guard(new Step(Step.Kind.GUARD, sql, values, guard.carried().sql()));
    }

    /**
     * What a row must meet before it is set anew, and what goes with it.
     *
     * @param condition the condition, beside the key
     * @param values its values
     * @param mark where the transaction stands in the feed
     * @param carried an insert that reads the row as it is then
     */
    record Guard(String condition, List<@Nullable Object> values, String mark, Carried carried) {
        Guard(String condition, List<@Nullable Object> values, String mark) {
            this(condition, values, mark, Carried.NOTHING);
        }
    }

    /** An insert that goes with an update. */
    record Carried(String sql, List<@Nullable Object> values) {
        static final Carried NOTHING = new Carried("", List.of());
    }

    static IncidentSummary read(ResultSet row) throws SQLException {
        Extra extra = Extra.decode(row.getBytes("extra"));
        long breach = row.getLong("next_breach");
        return new IncidentSummary(
                new IncidentId(row.getString("incident")),
                row.getLong("version"),
                row.getString("head_hash"),
                row.getString("definition"),
                row.getString("status"),
                Phase.valueOf(row.getString("phase")),
                row.getString("priority"),
                row.getInt("priority_rank"),
                row.getString("number_text"),
                row.getString("title"),
                row.getString("category"),
                row.getString("owner_group"),
                row.getString("owner_person"),
                extra.services(),
                extra.references(),
                Objects.requireNonNull(Sql.instant(row, "reported_at")),
                Sql.instant(row, "resolved_at"),
                Sql.instant(row, "ended_at"),
                breach == NEVER ? null : Instant.ofEpochMilli(breach),
                Sql.instant(row, "wake_at"),
                row.getInt("legal_hold") != 0,
                extra.attributes());
    }
}
