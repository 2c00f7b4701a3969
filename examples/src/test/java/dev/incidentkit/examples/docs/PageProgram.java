package dev.incidentkit.examples.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The blocks of Java of a page as one class. Each section is a method of its own, in which a block goes on where the one
 * before it ended; types and methods are members of the class. Before them stand the imports that the page shows, and what
 * {@code given/PAGE.txt} says that a host has.
 */
final class PageProgram {
    private static final char END_OF_BLOCK = '\f';

    private final DocPage page;
    private final List<String> lines = new ArrayList<>();
    private final Map<Integer, Integer> origins = new LinkedHashMap<>();
    private final List<String> methods = new ArrayList<>();
    private final List<DocBlock> printing = new ArrayList<>();

    PageProgram(DocPage page) {
        this.page = page;
        write();
    }

    /** {@return the simple name of the class} */
    String type() {
        String name = page.path().getFileName().toString();
        return "Page_" + name.replace(".md", "").replaceAll("\\W", "_");
    }

    private void write() {
        String given = resource("given/" + page.path().getFileName().toString().replace(".md", ".txt"));
        page.imports().forEach(this::write);
        given.lines().filter(PageProgram::isImport).forEach(lines::add);
        lines.add("@SuppressWarnings(\"all\")");
        lines.add("public class " + type() + " {");
        given.lines().filter(line -> !isImport(line)).forEach(lines::add);
        List<DocBlock> statements = new ArrayList<>();
        for (DocBlock block : page.in("java")) {
            if (block.isImports()) {
                continue;
            }
            if (JavaShape.of(place(block), block.text()) == JavaShape.MEMBERS) {
                write(block);
            } else {
                statements.add(block);
            }
        }
        sections(statements).forEach(this::method);
        lines.add("}");
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    private static List<List<DocBlock>> sections(List<DocBlock> blocks) {
        List<List<DocBlock>> sections = new ArrayList<>();
        DocBlock before = null;
        for (DocBlock block : blocks) {
            if (before == null || (block.section() != before.section() && !block.continues())) {
                sections.add(new ArrayList<>());
            }
            sections.get(sections.size() - 1).add(block);
            before = block;
        }
        return sections;
    }

    private void method(List<DocBlock> section) {
        String name = "section" + methods.size();
        methods.add(name);
        lines.add("    public void " + name + "() throws Exception {");
        for (DocBlock block : section) {
            write(block);
            lines.add("System.out.print('\\f');");
            printing.add(block);
        }
        lines.add("    }");
    }

    private void write(DocBlock block) {
        int line = block.line();
        for (String each : block.text().split("\n", -1)) {
            line++;
            lines.add(each);
            origins.put(lines.size(), line);
        }
    }

    private String place(DocBlock block) {
        return page.path() + ":" + block.line();
    }

    /** {@return the place in the page that a line of the class comes from} */
    String place(long line) {
        Integer origin = origins.get((int) line);
        return origin == null ? "what is given to " + page.path() : page.path() + ":" + origin;
    }

    String source() {
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /** {@return the methods to call, one for each section with statements} */
    List<String> methods() {
        return methods;
    }

    /**
     * Parts what was printed by the blocks that printed it.
     *
     * @param printed what all methods printed, one after the other
     * @return what each block printed, by the line of its block
     */
    Map<Integer, String> byBlock(String printed) {
        String[] parts = printed.split(String.valueOf(END_OF_BLOCK), -1);
        Map<Integer, String> byBlock = new LinkedHashMap<>();
        for (int i = 0; i < printing.size(); i++) {
            byBlock.put(printing.get(i).line(), parts[i]);
        }
        return byBlock;
    }

    private static String resource(String name) {
        try (InputStream in = PageProgram.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
