package dev.incidentkit.examples.docs;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** Source of a class that is in memory. */
final class SourceText extends SimpleJavaFileObject {
    private final String text;

    SourceText(String type, String text) {
        super(URI.create("string:///" + type + ".java"), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
