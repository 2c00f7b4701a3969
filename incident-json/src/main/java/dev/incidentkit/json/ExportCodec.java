package dev.incidentkit.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes and reads lines of an export, each one JSON object. Safe for use by several threads. */
public final class ExportCodec {
    private final JsonMapper mapper;

    /** Creates a codec. */
    public ExportCodec() {
        this.mapper = JsonMapper.builder().build();
    }

    /**
     * Writes a line.
     *
     * @param line the line
     * @return one JSON object without line breaks
     * @throws CodecException if the sealed bytes are no UTF-8
     */
    public String write(ExportLine line) {
        ObjectNode node = mapper.createObjectNode();
        node.put("tenant", line.tenant());
        node.put("incident", line.incident());
        node.put("sequence", line.sequence());
        node.put("type", line.type());
        node.put("form", line.form());
        node.put("effectiveAt", line.effectiveAt().toString());
        node.put("recordedAt", line.recordedAt().toString());
        node.put("hash", HexFormat.of().formatHex(line.hash()));
        node.put("body", text(line));
        ArrayNode personal = node.putArray("personal");
        for (PersonalData data : line.personal()) {
            ObjectNode each = personal.addObject();
            each.put("path", data.path());
            each.put("salt", HexFormat.of().formatHex(data.salt()));
            each.put("text", data.text());
        }
        return mapper.writeValueAsString(node);
    }

    private static String text(ExportLine line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.body()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CodecException("The body of " + line + " is no UTF-8", e);
        }
    }

    /**
     * Reads a line.
     *
     * @param line one JSON object
     * @return the line
     * @throws CodecException if it is none
     */
    public ExportLine read(String line) {
        try {
            JsonNode node = mapper.readTree(line);
            List<PersonalData> personal = new ArrayList<>();
            for (JsonNode each : member(node, "personal")) {
                personal.add(new PersonalData(
                        member(each, "path").stringValue(),
                        HexFormat.of().parseHex(member(each, "salt").stringValue()),
                        member(each, "text").stringValue()));
            }
            return new ExportLine(
                    member(node, "tenant").stringValue(),
                    member(node, "incident").stringValue(),
                    member(node, "sequence").longValue(),
                    member(node, "type").stringValue(),
                    member(node, "form").intValue(),
                    Instant.parse(member(node, "effectiveAt").stringValue()),
                    Instant.parse(member(node, "recordedAt").stringValue()),
                    member(node, "body").stringValue().getBytes(StandardCharsets.UTF_8),
                    HexFormat.of().parseHex(member(node, "hash").stringValue()),
                    personal);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new CodecException("A line of an export is none: " + e.getMessage(), e);
        }
    }

    private static JsonNode member(JsonNode node, String name) {
        JsonNode member = node.get(name);
        if (member == null) {
            throw new CodecException("A line of an export lacks the member '" + name + "'");
        }
        return member;
    }
}
