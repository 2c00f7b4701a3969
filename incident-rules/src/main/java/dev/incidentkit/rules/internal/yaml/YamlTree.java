package dev.incidentkit.rules.internal.yaml;

import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.config.DefinitionLimits;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a file as a tree. The parser gives events one by one, so reading stops at the first limit that is passed, before
 * anything is built of what follows. No value gets a type here, and no tag is obeyed. Not safe for use by several threads;
 * one use only.
 */
public final class YamlTree {
    /** Reading was given up; the report says why. */
    private static final class StoppedException extends Exception {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("the file was given up", null, false, false);
        }
    }

    /** What an anchor stands for; without a value while it is still being read. */
    private record Anchored(@Nullable Node node, int nodes) {}

    private final String file;
    private final DefinitionLimits limits;
    private final Report report;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int nodes;
    private int aliases;

    private YamlTree(String file, DefinitionLimits limits, Report report) {
        this.file = file;
        this.limits = limits;
        this.report = report;
    }

    /**
     * Reads a file.
     *
     * @param file its name, for messages
     * @param content its bytes
     * @param limits the limits
     * @param report where findings go
     * @return the one document of the file; null where it cannot be read or is empty, which the report says
     */
    public static @Nullable Node read(String file, byte[] content, DefinitionLimits limits, Report report) {
        if (content.length > limits.maxBytes()) {
            report.file(DefinitionCode.LIMIT, file, "the file has more than " + limits.maxBytes() + " bytes");
            return null;
        }
        String text = decode(file, content, report);
        return text == null ? null : new YamlTree(file, limits, report).document(text);
    }

    private static @Nullable String decode(String file, byte[] content, Report report) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(content), text, true);
        text.flip();
        if (!result.isUnderflow()) {
            Node.Mark mark = endOf(file, text);
            report.error(DefinitionCode.UNREADABLE, mark, "", "here is a byte that is not UTF-8 text");
            return null;
        }
        boolean marked = text.length() > 0 && text.charAt(0) == '\uFEFF';
        return text.subSequence(marked ? 1 : 0, text.length()).toString();
    }

    private static Node.Mark endOf(String file, CharBuffer text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean ends = text.charAt(i) == '\n';
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
        return new Node.Mark(file, line, column);
    }

    private @Nullable Node document(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(limits.maxBytes())
                .setBufferSize(text.length() + 1) // in parts, a long value would be copied with each part
                .build();
        try {
            return document(new ParserImpl(settings, new StreamReader(settings, text)));
        } catch (StoppedException e) {
            return null; // the report has the reason
        } catch (MarkedYamlEngineException e) {
            String problem = Optional.ofNullable(e.getProblem()).orElse("the file is not YAML");
            Node.Mark mark = e.getProblemMark().map(this::mark).orElse(new Node.Mark(file, 1, 1));
            report.error(DefinitionCode.SYNTAX, mark, "", oneLine(problem));
        } catch (YamlEngineException | IllegalArgumentException e) {
            report.file(DefinitionCode.SYNTAX, file, oneLine(String.valueOf(e.getMessage())));
        }
        return null;
    }

    private static String oneLine(String problem) {
        String cut = problem.length() > 300 ? problem.substring(0, 300) + "..." : problem;
        return cut.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private @Nullable Node document(Iterator<Event> events) throws StoppedException {
        Node document = null;
        boolean several = false;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && document != null && !several) {
                several = true;
                report.error(DefinitionCode.SYNTAX, mark(event), "", "a second document begins; a file has one");
                throw new StoppedException();
            }
            if (event instanceof NodeEvent) {
                document = node(event, events, 1);
            }
        }
        if (document == null) {
            report.file(DefinitionCode.SYNTAX, file, "the file is empty");
        }
        return document;
    }

    private Node node(Event event, Iterator<Event> events, int depth) throws StoppedException {
        if (depth > limits.maxDepth()) {
            throw stopped(mark(event), "values are nested deeper than " + limits.maxDepth());
        }
        count(event, 1);
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        int before = nodes - 1;
        String anchor = ((NodeEvent) event).getAnchor().map(Object::toString).orElse(null);
        if (anchor != null) {
            anchors.put(anchor, new Anchored(null, 0));
        }
        Node node = unanchored(event, events, depth);
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, nodes - before));
        }
        return node;
    }

    private Node unanchored(Event event, Iterator<Event> events, int depth) throws StoppedException {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        } else if (event instanceof SequenceStartEvent sequence) {
            untagged(event, sequence.getTag());
            return items(event, events, depth);
        }
        untagged(event, ((MappingStartEvent) event).getTag());
        return entries(event, events, depth);
    }

    private void count(Event event, int more) throws StoppedException {
        nodes = nodes > limits.maxNodes() - more ? Integer.MAX_VALUE : nodes + more;
        if (nodes > limits.maxNodes()) {
            throw stopped(mark(event), "there are more than " + limits.maxNodes() + " values");
        }
    }

    private Node alias(AliasEvent event) throws StoppedException {
        if (++aliases > limits.maxAliases()) {
            throw stopped(mark(event), "there are more than " + limits.maxAliases() + " aliases");
        }
        Anchored anchored = anchors.get(event.getAlias().toString());
        if (anchored == null || anchored.node() == null) {
            String why = anchored == null ? "is not defined before" : "stands for a value that contains it";
            report.error(DefinitionCode.SYNTAX, mark(event), "", "alias '*" + event.getAlias() + "' " + why);
            return new Node.Text(mark(event), "", true);
        }
        count(event, anchored.nodes());
        return anchored.node();
    }

    private Node scalar(ScalarEvent event) throws StoppedException {
        untagged(event, event.getTag());
        String value = event.getValue();
        if (value.length() > limits.maxScalar()) {
            throw stopped(mark(event), "a value has more than " + limits.maxScalar() + " characters");
        }
        if (value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            report.error(DefinitionCode.UNREADABLE, mark(event), "", "the value has half of a character (a surrogate)");
        }
        return new Node.Text(mark(event), value, event.getScalarStyle() == ScalarStyle.PLAIN);
    }

    private void untagged(Event event, Optional<String> tag) {
        tag.ifPresent(given -> report.error(
                DefinitionCode.TAG,
                mark(event),
                "",
                "tag '" + oneLine(given) + "' is refused: what a value is, is told by where it stands"));
    }

    private Node items(Event start, Iterator<Event> events, int depth) throws StoppedException {
        List<Node> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            if (items.size() == limits.maxEntries()) {
                throw stopped(mark(event), "a list has more than " + limits.maxEntries() + " items");
            }
            items.add(node(event, events, depth + 1));
            event = events.next();
        }
        return new Node.Items(mark(start), items);
    }

    private Node entries(Event start, Iterator<Event> events, int depth) throws StoppedException {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        int read = 0;
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            if (++read > limits.maxEntries()) {
                throw stopped(mark(event), "a mapping has more than " + limits.maxEntries() + " entries");
            }
            Node key = node(event, events, depth + 1);
            Node value = node(events.next(), events, depth + 1);
            if (key instanceof Node.Text text) {
                put(entries, text, value);
            } else {
                report.error(DefinitionCode.SHAPE, key, "", "a key is a single value, not " + key.kind());
            }
            event = events.next();
        }
        return new Node.Entries(mark(start), entries);
    }

    private void put(Map<String, Node.Entry> entries, Node.Text key, Node value) {
        Node.Entry first = entries.putIfAbsent(key.value(), new Node.Entry(key, value));
        if (first != null) {
            report.error(
                    DefinitionCode.KEY_REPEATED,
                    key,
                    "",
                    "key '" + key.shown() + "' stands twice, first in line "
                            + first.key().mark().line());
        }
    }

    private StoppedException stopped(Node.Mark mark, String message) {
        report.error(DefinitionCode.LIMIT, mark, "", message + "; the rest of the file was not read");
        return new StoppedException();
    }

    private Node.Mark mark(Event event) {
        return event.getStartMark().map(this::mark).orElse(new Node.Mark(file, 1, 1));
    }

    private Node.Mark mark(Mark mark) {
        return new Node.Mark(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
