package dev.incidentkit.rules.internal.grid;

import dev.incidentkit.rules.format.FormatCode;
import dev.incidentkit.rules.format.ReadLimits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file as text and as lines. A byte order mark is dropped; anything but UTF-8 is refused rather than guessed.
 *
 * @param text the whole text
 * @param lines its lines without their ends; {@code \n}, {@code \r\n} and {@code \r} end a line
 */
public record SourceText(String text, List<String> lines) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Copies the lines. */
    public SourceText {
        lines = List.copyOf(lines);
    }

    /**
     * Decodes a file.
     *
     * @param bytes its content
     * @param limits the limits
     * @return the text
     * @throws GridException if it is too large, or not UTF-8
     */
    public static SourceText decode(byte[] bytes, ReadLimits limits) throws GridException {
        if (bytes.length > limits.maxBytes()) {
            throw new GridException(
                    FormatCode.LIMIT,
                    0,
                    0,
                    "the file has " + bytes.length + " bytes; at most " + limits.maxBytes() + " are read");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return of(text);
        } catch (CharacterCodingException e) {
            throw new GridException(
                    FormatCode.UNREADABLE,
                    0,
                    0,
                    "the file is not UTF-8 text; in a spreadsheet, save it as 'CSV UTF-8'");
        }
    }

    private static SourceText of(String decoded) {
        String text = !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? decoded.substring(1) : decoded;
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, i));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return new SourceText(text, lines);
    }
}
