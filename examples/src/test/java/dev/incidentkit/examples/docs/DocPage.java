package dev.incidentkit.examples.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A page of the documentation, read as Markdown: its blocks of code, its headings and where its links lead. What a page
 * says to its test stands in comments, which a reader does not see: {@code <!-- docs: run -->}.
 *
 * @param path where it is, below the root
 * @param blocks the blocks of code, in their order
 * @param anchors what a link into the page may name, as GitHub makes them of the headings
 * @param links where its links lead
 * @param codes words in the type of code
 * @param words what the page says to its test
 */
record DocPage(
        Path path,
        List<DocBlock> blocks,
        List<String> anchors,
        List<String> links,
        List<String> codes,
        List<String> words) {
    static final Path ROOT = Path.of("..");
    private static final Pattern WORDS = Pattern.compile("<!-- docs: ([a-z ]+) -->");
    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    static DocPage read(Path path) {
        try {
            return new Reader().read(path, Files.readString(ROOT.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    static DocPage of(String name, String markdown) {
        return new Reader().read(Path.of(name), markdown);
    }

    /** {@return the pages for users: the README and docs, without the decision records} */
    static List<Path> all() {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
        try (var files = Files.list(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .map(ROOT::relativize)
                    .sorted()
                    .forEach(pages::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    List<DocBlock> in(String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    /** {@return the blocks that say what is imported} */
    List<DocBlock> imports() {
        return blocks.stream().filter(DocBlock::isImports).toList();
    }

    private static final class Reader extends AbstractVisitor {
        private final List<DocBlock> blocks = new ArrayList<>();
        private final List<String> anchors = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private int section;
        private String word = "";

        DocPage read(Path path, String markdown) {
            PARSER.parse(markdown).accept(this);
            return new DocPage(path, blocks, anchors, links, codes, words);
        }

        @Override
        public void visit(Heading heading) {
            section += heading.getLevel() <= 2 ? 1 : 0;
            anchors.add(text(heading)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-'));
            visitChildren(heading);
        }

        private static String text(Node node) {
            List<String> texts = new ArrayList<>();
            node.accept(new AbstractVisitor() {
                @Override
                public void visit(Text text) {
                    texts.add(text.getLiteral());
                }

                @Override
                public void visit(Code code) {
                    texts.add(code.getLiteral());
                }
            });
            return texts.stream().collect(Collectors.joining());
        }

        @Override
        public void visit(HtmlBlock html) {
            WORDS.matcher(html.getLiteral()).results().forEach(found -> {
                word = found.group(1);
                words.add(word);
            });
        }

        @Override
        public void visit(FencedCodeBlock block) {
            String language = block.getInfo().strip();
            int line = block.getSourceSpans().get(0).getLineIndex() + 1;
            blocks.add(new DocBlock(language, section, line, block.getLiteral(), word));
            word = "";
        }

        @Override
        public void visit(Code code) {
            codes.add(code.getLiteral());
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(image.getDestination());
        }
    }
}
