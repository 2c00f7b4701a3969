package dev.incidentkit.testkit.history;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.json.EncodedEvent;
import dev.incidentkit.json.EventCodec;
import dev.incidentkit.json.ExportCodec;
import dev.incidentkit.json.ExportLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads histories from an export of the desk, a JSON object a line. Stateless. */
public final class RecordedHistory {
    private RecordedHistory() {}

    /**
     * Reads the records of incidents.
     *
     * @param export the file; lines of several incidents may alternate
     * @return the record of each incident, in the order in which they begin in the file
     * @throws dev.incidentkit.json.CodecException if a line cannot be read
     * @throws UncheckedIOException if the file cannot be read
     */
    public static List<List<IncidentEvent>> read(Path export) {
        try {
            return read(Files.readAllLines(export));
        } catch (IOException e) {
            throw new UncheckedIOException("Histories cannot be read from " + export, e);
        }
    }

    /**
     * Reads the records of incidents.
     *
     * @param lines the lines of an export
     * @return the record of each incident, in the order in which they begin
     * @throws dev.incidentkit.json.CodecException if a line cannot be read
     */
    public static List<List<IncidentEvent>> read(List<String> lines) {
        ExportCodec export = new ExportCodec();
        EventCodec codec = new EventCodec();
        Map<String, List<IncidentEvent>> records = new LinkedHashMap<>();
        for (String text : lines) {
            if (!text.isBlank()) {
                ExportLine line = export.read(text);
                records.computeIfAbsent(line.tenant() + "/" + line.incident(), key -> new ArrayList<>())
                        .add(codec.decode(new EncodedEvent(line.type(), line.form(), line.body(), line.personal())));
            }
        }
        return List.copyOf(records.values());
    }
}
