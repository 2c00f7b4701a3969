package dev.incidentkit.json;

import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.IncidentEvent;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events as the bytes that are sealed, and reads them back. The members of each type, in their order, are listed
 * in {@code docs/events.md}. Safe for use by several threads, as far as its source of salts is.
 */
public final class EventCodec {
    /** The largest body that is read, in bytes. */
    public static final int MAX_BODY = 1 << 20;

    private static final int MAX_DEPTH = 64;
    private static final Map<String, Form<?>> BY_TYPE = new TreeMap<>();
    private static final Map<Class<?>, Form<?>> BY_CLASS = new HashMap<>();

    static {
        List<Form<?>> forms = new ArrayList<>();
        forms.addAll(LifecycleForms.all());
        forms.addAll(TriageForms.all());
        forms.addAll(WorkForms.all());
        forms.addAll(ProcessForms.all());
        forms.addAll(AlertForms.all());
        forms.addAll(RelationForms.all());
        forms.addAll(RecordForms.all());
        forms.addAll(SlaForms.all());
        for (Form<?> form : forms) {
            BY_TYPE.put(form.type(), form);
            BY_CLASS.put(form.event(), form);
        }
    }

    private final Supplier<byte[]> salts;
    private final Upcasters upcasters;
    private final JsonFactory factory;
    private final ObjectMapper mapper;

    /** Creates a codec with random salts. */
    public EventCodec() {
        this(randomSalts(new SecureRandom()));
    }

    /**
     * Creates a codec with a source of salts, which must not be guessable where the record is real.
     *
     * @param salts gives 16 bytes each time, safe for use by several threads
     */
    public EventCodec(Supplier<byte[]> salts) {
        this(salts, Upcasters.NONE);
    }

    EventCodec(Supplier<byte[]> salts, Upcasters upcasters) {
        this.salts = salts;
        this.upcasters = upcasters;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxDocumentLength(MAX_BODY)
                        .build())
                .build();
        // a name that comes twice is found where the tree is made, which costs nothing; the parser's own search does
        this.mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }

    private static Supplier<byte[]> randomSalts(SecureRandom random) {
        return () -> {
            byte[] salt = new byte[Commitments.SALT_LENGTH];
            random.nextBytes(salt);
            return salt;
        };
    }

    /** {@return the stable names of all types of events, in the order of their names} */
    public static List<String> types() {
        return List.copyOf(BY_TYPE.keySet());
    }

    /**
     * The stable name of an event's type.
     *
     * @param event the event
     * @return the name, for example {@code incident.resolved}
     */
    public static String type(IncidentEvent event) {
        return form(event).type();
    }

    private static Form<?> form(IncidentEvent event) {
        Form<?> form = BY_CLASS.get(event.getClass());
        if (form == null) {
            throw new CodecException("Events of " + event.getClass() + " have no form");
        }
        return form;
    }

    /**
     * Writes an event.
     *
     * @param event the event; its texts must not be redacted
     * @return its bytes, with its personal data beside them
     * @throws CodecException if the event holds a redacted text, a text that is no Unicode, or has more than
     *     {@link #MAX_BODY} bytes, which could not be read again
     */
    public EncodedEvent encode(IncidentEvent event) {
        Form<?> form = form(event);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        JsonGenerator json = mapper.createGenerator(bytes);
        Out out = new Out(json, salts);
        json.writeStartObject();
        Shared.meta(out, event.meta());
        form.write(out, event);
        json.writeEndObject();
        json.close();
        checkLength(bytes.size());
        return new EncodedEvent(form.type(), form.version(), bytes.toByteArray(), out.personal());
    }

    /**
     * Reads an event. Forms of earlier versions are brought to the present one first. Personal data that is missing was
     * redacted.
     *
     * @param encoded the bytes, with what is left of the personal data
     * @return the event
     * @throws CodecException if the type or the form is not known here, the bytes are no such event, or personal data is
     *     not what the event committed to
     */
    public IncidentEvent decode(EncodedEvent encoded) {
        return decode(encoded, path -> {});
    }

    /**
     * Reads an event like {@link #decode(EncodedEvent)}, and tells where it holds personal data.
     *
     * @param encoded the bytes, with what is left of the personal data
     * @param committed gets the path of each member at which the event committed to personal data, whether or not the
     *     data is still there
     * @return the event
     * @throws CodecException as {@link #decode(EncodedEvent)} does
     */
    public IncidentEvent decode(EncodedEvent encoded, Consumer<String> committed) {
        Form<?> form = form(encoded);
        JsonNode tree = upcasters.upcast(encoded.type(), encoded.form(), form.version(), parse(encoded));
        In in = new In(tree, index(encoded.personal()), committed);
        try {
            EventMeta meta = Shared.meta(in);
            return form.reader().read(meta, in);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new CodecException("The bytes are no '" + encoded.type() + "': " + e.getMessage(), e);
        }
    }

    /** The form of what was encoded, if its type, form and length are such as can be read. */
    private static Form<?> form(EncodedEvent encoded) {
        Form<?> form = BY_TYPE.get(encoded.type());
        if (form == null) {
            throw new CodecException("Type '" + encoded.type() + "' is not known here; a later version may know it");
        }
        if (encoded.form() > form.version() || encoded.form() < 1) {
            throw new CodecException("Form " + encoded.form() + " of '" + encoded.type()
                    + "' is not known here; known is " + form.version() + " and earlier");
        }
        checkLength(encoded.body().length);
        return form;
    }

    private static void checkLength(int bytes) {
        if (bytes > MAX_BODY) {
            throw new CodecException("An event has at most " + MAX_BODY + " bytes, but came " + bytes);
        }
    }

    private static Map<String, PersonalData> index(List<PersonalData> personal) {
        Map<String, PersonalData> index = new HashMap<>(personal.size() * 2);
        personal.forEach(data -> index.put(data.path(), data));
        return index;
    }

    private JsonNode parse(EncodedEvent encoded) {
        try {
            JsonNode tree = mapper.readTree(encoded.body());
            if (!tree.isObject()) {
                throw new CodecException(
                        "An event is a JSON object, but '" + encoded.type() + "' is " + tree.getNodeType());
            }
            return tree;
        } catch (JacksonException e) {
            throw new CodecException("The bytes of '" + encoded.type() + "' are no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
