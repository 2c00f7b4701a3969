package dev.incidentkit.json;

import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.IncidentEvent;

/**
 * How events of one type are written and read.
 *
 * @param type the stable name of the type
 * @param version the version of the form that is written
 * @param event the class of the events
 * @param writer writes the members that follow the meta data
 * @param reader makes an event of its meta data and members
 * @param <E> the kind of event
 */
record Form<E extends IncidentEvent>(
        String type, int version, Class<E> event, MemberWriter<E> writer, MemberReader<E> reader) {
    /** Writes the members of an event. */
    interface MemberWriter<E> {
        void write(Out out, E event);
    }

    /** Makes an event of its members. */
    interface MemberReader<E> {
        E read(EventMeta meta, In in);
    }

    static <E extends IncidentEvent> Form<E> of(
            String type, Class<E> event, MemberWriter<E> writer, MemberReader<E> reader) {
        return new Form<>("incident." + type, 1, event, writer, reader);
    }

    void write(Out out, IncidentEvent any) {
        writer.write(out, event.cast(any));
    }
}
