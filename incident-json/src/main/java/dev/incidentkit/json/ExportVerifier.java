package dev.incidentkit.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Proves an export from its lines alone, each record as {@link RecordVerifier} does: every link of its chain, every
 * commitment to personal data, and that the instants beside the sealed bytes are those within. Lines of several incidents may be mixed; those of one come
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

    /**
     * Verifies lines.
     *
     * @param export the lines, each one JSON object
     * @return what was found
     */
    public Result verify(Stream<String> export) {
        Map<String, RecordVerifier> records = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        long[] number = new long[1];
        export.forEach(text -> {
            number[0]++;
            try {
                ExportLine line = lines.read(text);
                record(records, line).next(line, number[0]).ifPresent(fault -> faults.add(told(fault)));
            } catch (CodecException e) {
                faults.add("line " + number[0] + ": " + e.getMessage());
            }
        });
        Map<String, byte[]> heads = new HashMap<>();
        records.forEach((incident, record) -> {
            heads.put(incident, record.head());
            record.end().forEach(fault -> faults.add(told(fault)));
        });
        return new Result(number[0], heads, faults);
    }

    private RecordVerifier record(Map<String, RecordVerifier> records, ExportLine line) {
        return records.computeIfAbsent(
                line.tenant() + "\n" + line.incident(),
                key -> new RecordVerifier(events, line.tenant(), line.incident()));
    }

    private static String told(RecordVerifier.Fault fault) {
        return "line " + fault.place() + ": " + fault.message();
    }
}
