package dev.incidentkit.json;

import dev.incidentkit.core.incident.HistoryException;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proves an export from its lines alone: every link of each incident's chain, every commitment to personal data, and
 * that the instants beside the sealed bytes are those within. Lines of several incidents may be mixed; those of one come
 * in their order. A tail that was cut off is not found in the lines: compare {@link Result#heads()} with heads that were
 * kept elsewhere.
 */
public final class ExportVerifier {
    private final ExportCodec lines;
    private final EventCodec events;

    /** Creates a verifier. */
    public ExportVerifier() {
        this.lines = new ExportCodec();
        this.events = new EventCodec();
    }

    /**
     * What was found.
     *
     * @param events how many lines there were
     * @param heads the hash of the last event of each incident, by tenant and incident divided by a line feed
     * @param faults what is wrong, each with the number of its line from 1
     */
    public record Result(long events, Map<String, byte[]> heads, List<String> faults) {
        /** Copies the collections. */
        public Result {
            heads = Map.copyOf(heads);
            faults = List.copyOf(faults);
        }

        /** {@return whether nothing is wrong} */
        public boolean isWhole() {
            return faults.isEmpty();
        }
    }

    private record Head(long sequence, byte[] hash) {}

    /**
     * Verifies lines.
     *
     * @param export the lines, each one JSON object
     * @return what was found
     */
    public Result verify(Stream<String> export) {
        Map<String, Head> heads = new HashMap<>();
        List<String> faults = new ArrayList<>();
        long[] number = new long[1];
        export.forEach(text -> {
            number[0]++;
            String fault = fault(text, heads);
            if (fault != null) {
                faults.add("line " + number[0] + ": " + fault);
            }
        });
        Map<String, byte[]> hashes = new HashMap<>();
        heads.forEach((incident, head) -> hashes.put(incident, head.hash()));
        return new Result(number[0], hashes, faults);
    }

    private @Nullable String fault(String text, Map<String, Head> heads) {
        ExportLine line;
        try {
            line = lines.read(text);
        } catch (CodecException e) {
            return e.getMessage();
        }
        String incident = line.tenant() + "\n" + line.incident();
        Head head = heads.getOrDefault(incident, new Head(0, Chain.beginning()));
        heads.put(incident, new Head(line.sequence(), line.hash()));
        return fault(line, head);
    }

    private @Nullable String fault(ExportLine line, Head head) {
        if (line.sequence() != head.sequence() + 1) {
            return "incident " + line.incident() + " must go on with event " + (head.sequence() + 1)
                    + ", but has event " + line.sequence();
        }
        if (!Arrays.equals(Chain.next(head.hash(), line.type(), line.form(), line.body()), line.hash())) {
            return "event " + line.sequence() + " of incident " + line.incident() + " is not what was sealed";
        }
        return content(line);
    }

    /** The lines say whose record it is, and so does the first event, which is sealed. */
    private static @Nullable String beginning(ExportLine line, IncidentEvent event) {
        Incident begun = Incident.replay(List.of(event));
        return begun.id().value().equals(line.incident())
                        && begun.tenant().value().equals(line.tenant())
                ? null
                : "the record of incident " + line.incident() + " of tenant " + line.tenant()
                        + " begins as that of incident " + begun.id() + " of tenant " + begun.tenant();
    }

    private @Nullable String content(ExportLine line) {
        try {
            IncidentEvent event =
                    events.decode(new EncodedEvent(line.type(), line.form(), line.body(), line.personal()));
            boolean inTime = event.meta().effectiveAt().equals(line.effectiveAt())
                    && event.meta().recordedAt().equals(line.recordedAt());
            if (!inTime) {
                return "event " + line.sequence() + " of incident " + line.incident() + " has other instants";
            }
            return line.sequence() == 1 ? beginning(line, event) : null;
        } catch (CodecException | HistoryException e) {
            return "event " + line.sequence() + " of incident " + line.incident() + " cannot be read: "
                    + e.getMessage();
        }
    }
}
