package dev.incidentkit.flink;

import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.json.EncodedEvent;
import dev.incidentkit.json.ExportCodec;
import dev.incidentkit.json.ExportLine;
import dev.incidentkit.store.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * An event on its way through a job: sealed bytes, and what they are. Personal data does not travel: the body holds
 * commitments to it, and reads as redacted, which folds, clocks and metrics take as they take the data itself.
 *
 * @param tenant whom the incident belongs to
 * @param incident the incident
 * @param sequence the event's place in the record, from 1 without gaps
 * @param type the stable name of the event's type
 * @param form the version of the type's form
 * @param body the event in UTF-8 JSON; not copied, and not to be changed
 * @param effectiveAt when it took effect, in milliseconds since 1970: the time of the event
 */
public record StreamEvent(
        String tenant, String incident, long sequence, String type, int form, byte[] body, long effectiveAt) {
    private static final char BETWEEN = '\u0000';

    /**
     * An event of a store.
     *
     * @param tenant whom the incident belongs to
     * @param incident the incident
     * @param stored the event
     * @return the event without its personal data
     */
    public static StreamEvent of(TenantId tenant, IncidentId incident, StoredEvent stored) {
        return new StreamEvent(
                tenant.value(),
                incident.value(),
                stored.sequence(),
                stored.type(),
                stored.form(),
                stored.body(),
                stored.effectiveAt().toEpochMilli());
    }

    /**
     * An event that was encoded.
     *
     * @param tenant whom the incident belongs to
     * @param incident the incident
     * @param sequence its place in the record, from 1
     * @param encoded the event
     * @param effectiveAt when it took effect
     * @return the event without its personal data
     */
    public static StreamEvent of(
            TenantId tenant, IncidentId incident, long sequence, EncodedEvent encoded, Instant effectiveAt) {
        return new StreamEvent(
                tenant.value(),
                incident.value(),
                sequence,
                encoded.type(),
                encoded.form(),
                encoded.body(),
                effectiveAt.toEpochMilli());
    }

    /**
     * An event out of a line of an export, which is JSON, as any queue may carry it.
     *
     * @param json the line, as {@link ExportCodec} writes it
     * @return the event without its personal data
     * @throws dev.incidentkit.json.CodecException if it is no such line
     */
    public static StreamEvent ofLine(String json) {
        ExportLine line = new ExportCodec().read(json);
        return new StreamEvent(
                line.tenant(),
                line.incident(),
                line.sequence(),
                line.type(),
                line.form(),
                line.body(),
                line.effectiveAt().toEpochMilli());
    }

    /**
     * How time goes on in a stream of these: by the instants at which events took effect.
     *
     * @param outOfOrder by how much an event may come after one that took effect later, and still be in time
     * @return the strategy
     */
    public static WatermarkStrategy<StreamEvent> watermarks(Duration outOfOrder) {
        return WatermarkStrategy.<StreamEvent>forBoundedOutOfOrderness(outOfOrder)
                .withTimestampAssigner((event, recorded) -> event.effectiveAt());
    }

    /** {@return the incident across tenants, as one text} */
    public String key() {
        return tenant + BETWEEN + incident;
    }

    /** {@return the event as the codec reads it} */
    EncodedEvent encoded() {
        return new EncodedEvent(type, form, body, List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamEvent that
                && that.tenant.equals(tenant)
                && that.incident.equals(incident)
                && that.sequence == sequence
                && that.type.equals(type)
                && that.form == form
                && Arrays.equals(that.body, body)
                && that.effectiveAt == effectiveAt;
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenant, incident, sequence, type);
    }

    /** Names the event and no content. */
    @Override
    public String toString() {
        return "StreamEvent[" + incident + " " + sequence + " " + type + "/" + form + "]";
    }
}
