package dev.incidentkit.json;

import java.nio.file.*;
import org.junit.jupiter.api.Test;

class TmpGoldenTest {
    @Test
    void write() throws Exception {
        EventCodec codec = new EventCodec("0123456789abcdef".getBytes()::clone);
        for (var e : Samples.all()) {
            EncodedEvent x = codec.encode(e);
            Path p = Path.of("src/test/resources/golden/0.1/" + x.type() + ".json");
            String s = new String(x.body(), "UTF-8") + "\n";
            if (!Files.exists(p) || x.type().endsWith(".reported") || x.type().endsWith(".contained"))
                Files.writeString(p, s);
        }
    }
}
