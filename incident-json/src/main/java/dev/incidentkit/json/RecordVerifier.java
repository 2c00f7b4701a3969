package dev.incidentkit.json;

import dev.incidentkit.core.incident.HistoryException;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.RecordEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proves the record of one incident, event by event in their order: that sequences have no gap, that each event is what was
 * sealed, that the instants beside the sealed bytes are those within, that the first event begins this incident, and that
 * personal data is what the events committed to. Data that is missing must be covered by a redaction that came later,
 * and none may stand where no event committed to any.
 *
 * <p>A tail that was cut off leaves a record that is whole as far as it goes: compare {@link #events()} and {@link #head()}
 * with what is known elsewhere. Not safe for use by several threads.
 */
public final class RecordVerifier {
    private final EventCodec codec;
    private final String tenant;
    private final String incident;
    private final List<Fault> missing = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private long events;
    private byte[] head = Chain.beginning();

    /**
     * Something that is wrong with an event.
     *
     * @param sequence which event, or the one that should stand there
     * @param place where it was read, as given with it
     * @param message what is wrong, as a sentence that names event and incident
     */
    public record Fault(long sequence, long place, String message) {}

    /**
     * Creates a verifier of one record, of which nothing was read yet.
     *
     * @param codec reads the events
     * @param tenant whose incident it must be
     * @param incident the incident
     */
    public RecordVerifier(EventCodec codec, String tenant, String incident) {
        this.codec = codec;
        this.tenant = tenant;
        this.incident = incident;
    }

    /**
     * Takes the next event. After a fault the record can be followed on, from the event as it stands there.
     *
     * @param line the event
     * @param place where it was read, to be told with a fault: a number of a line, say
     * @return what is wrong with it, or empty
     */
    public Optional<Fault> next(ExportLine line, long place) {
        long expected = events + 1;
        byte[] previous = head;
        events = line.sequence();
        head = line.hash();
        if (line.sequence() != expected) {
            return fault(
                    expected,
                    place,
                    "incident " + incident + " must go on with event " + expected + ", but has event "
                            + line.sequence());
        }
        if (!Arrays.equals(Chain.next(previous, line.type(), line.form(), line.body()), line.hash())) {
            return fault(expected, place, event(expected) + " is not what was sealed");
        }
        String content = content(line, place);
        return content == null ? Optional.empty() : fault(expected, place, content);
    }

    /**
     * What is wrong with the record as a whole, once all events were taken: personal data that is missing without a
     * redaction.
     *
     * @return the faults, in the order of the events
     */
    public List<Fault> end() {
        return List.copyOf(missing);
    }

    /** {@return the sequence of the event that was taken last, 0 before the first} */
    public long events() {
        return events;
    }

    /** {@return the hash of the event that was taken last} */
    public byte[] head() {
        return head.clone();
    }

    private static Optional<Fault> fault(long sequence, long place, String message) {
        return Optional.of(new Fault(sequence, place, message));
    }

    private String event(long sequence) {
        return "event " + sequence + " of incident " + incident;
    }

    private @Nullable String content(ExportLine line, long place) {
        try {
            Set<String> committed = new HashSet<>();
            IncidentEvent event = codec.decode(
                    new EncodedEvent(line.type(), line.form(), line.body(), line.personal()), committed::add);
            if (!event.meta().effectiveAt().equals(line.effectiveAt())
                    || !event.meta().recordedAt().equals(line.recordedAt())) {
                return event(line.sequence()) + " has other instants beside it than were sealed";
            }
            String stray = personal(line, place, event, committed);
            if (stray != null) {
                return stray;
            }
            return line.sequence() == 1 ? beginning(event) : null;
        } catch (CodecException | HistoryException e) {
            return event(line.sequence()) + " cannot be read: " + e.getMessage();
        }
    }

    private @Nullable String personal(ExportLine line, long place, IncidentEvent event, Set<String> committed) {
        if (event instanceof RecordEvent.Redacted redacted) {
            account(redacted.scope());
        }
        for (PersonalData data : line.personal()) {
            if (!committed.remove(data.path())) {
                return event(line.sequence()) + " has personal data at '" + data.path()
                        + "', which it did not commit to";
            }
        }
        committed.stream().sorted().forEach(path -> {
            paths.add(path);
            missing.add(new Fault(
                    line.sequence(),
                    place,
                    event(line.sequence()) + " lacks its personal data at '" + path + "', and no redaction says why"));
        });
        return null;
    }

    /** A redaction says why data is gone that was recorded before it. */
    private void account(Set<String> scope) {
        Set<String> redacted = PersonalPaths.of(scope);
        for (int i = missing.size() - 1; i >= 0; i--) {
            if (scope.isEmpty() || redacted.contains(paths.get(i))) {
                missing.remove(i);
                paths.remove(i);
            }
        }
    }

    /** Who holds the record says whose it is, and so does the first event, which is sealed. */
    private @Nullable String beginning(IncidentEvent event) {
        Incident begun = Incident.replay(List.of(event));
        return begun.id().value().equals(incident) && begun.tenant().value().equals(tenant)
                ? null
                : "the record of incident " + incident + " of tenant " + tenant + " begins as that of incident "
                        + begun.id() + " of tenant " + begun.tenant();
    }
}
