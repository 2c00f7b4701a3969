package dev.incidentkit.architecture;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an incident process needs, by identifier, and the tests that say by a tag that they show it. */
final class Needs {
    static final String NOT_BUILT = "not built yet";
    static final String OUT_OF_SCOPE = "out of scope";
    private static final Pattern TAG = Pattern.compile("\"(C-\\d+)\"");

    private final List<Need> needs;
    private final Map<String, Set<String>> tests;

    /**
     * One need.
     *
     * @param id its identifier, which tags of tests name
     * @param text what it is
     * @param state why no test shows it: one of the constants; empty where tests do
     * @param reason the reason of that; empty where tests show it
     */
    record Need(String id, String text, String state, String reason) {}

    private Needs(List<Need> needs, Map<String, Set<String>> tests) {
        this.needs = List.copyOf(needs);
        this.tests = tests;
    }

    static Needs read(Path file, Collection<SourceFile> sources) {
        List<Need> needs = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : lines) {
                needs.add(new Need(
                        line.getField("id"), line.getField("need"), line.getField("state"), line.getField("reason")));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return new Needs(needs, tests(sources));
    }

    /** The tests by the identifiers that they are tagged with: of each its class and name. */
    private static Map<String, Set<String>> tests(Collection<SourceFile> sources) {
        Map<String, Set<String>> tests = new TreeMap<>();
        for (SourceFile source : sources) {
            for (MethodDeclaration method : source.unit().findAll(MethodDeclaration.class)) {
                for (AnnotationExpr annotation : method.getAnnotations()) {
                    Matcher tag = TAG.matcher(annotation.toString());
                    if (annotation.getName().getIdentifier().equals("Tag") && tag.find()) {
                        tests.computeIfAbsent(tag.group(1), id -> new TreeSet<>())
                                .add(owner(method) + ": " + words(method));
                    }
                }
            }
        }
        return tests;
    }

    private static String owner(MethodDeclaration method) {
        return method.getParentNode()
                .filter(ClassOrInterfaceDeclaration.class::isInstance)
                .map(type -> ((ClassOrInterfaceDeclaration) type).getNameAsString())
                .orElseThrow();
    }

    private static String words(MethodDeclaration method) {
        return method.getNameAsString().replace('_', ' ');
    }

    /** Needs of which nothing is said, or of which two things are said, and tags that name no need. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (Need need : needs) {
            boolean shown = tests.containsKey(need.id());
            if (!known.add(need.id())) {
                faults.add(need.id() + " is listed twice");
            }
            if (need.state().isEmpty() != need.reason().isEmpty()
                    || !Set.of("", NOT_BUILT, OUT_OF_SCOPE).contains(need.state())) {
                faults.add(need.id() + " has the state '" + need.state() + "' for the reason '" + need.reason() + "'");
            }
            if (shown && !need.state().isEmpty()) {
                faults.add(need.id() + " is said to be " + need.state() + ", but shown by " + tests.get(need.id()));
            } else if (!shown && need.state().isEmpty()) {
                faults.add(need.id() + " (" + need.text() + ") is shown by no test, and no reason is given");
            }
        }
        tests.forEach((id, tagged) -> {
            if (!known.contains(id)) {
                faults.add("tag " + id + " of " + tagged + " names no need");
            }
        });
        return faults;
    }

    /** {@return how many are built, not built yet and out of scope, in words} */
    String counts() {
        long missing = count(NOT_BUILT);
        long outside = count(OUT_OF_SCOPE);
        return "Of " + needs.size() + " needs " + (needs.size() - missing - outside) + " are built, " + missing
                + " are not built yet, and " + outside + " are out of scope.";
    }

    private long count(String state) {
        return needs.stream().filter(need -> need.state().equals(state)).count();
    }

    List<Need> in(String state) {
        return needs.stream().filter(need -> need.state().equals(state)).toList();
    }

    /** {@return the page of the documentation} */
    String page() {
        StringBuilder page = new StringBuilder("# What an incident process needs, and what shows that it is here\n\n");
        page.append(counts()).append('\n').append("""

                Built means that a test shows a refusal, a deadline, a message, a metric or the answer to a query that the
                need causes. The page is made from the tags of the tests and from `architecture-tests/src/test/resources/needs.csv`
                by `OwnNeedsTest`, which fails where a need has neither a test nor a reason.

                """);
        listed(page, "Not built yet", NOT_BUILT);
        listed(page, "Out of scope", OUT_OF_SCOPE);
        page.append("## Built\n\n| need | | shown by |\n|---|---|---|\n");
        for (Need need : in("")) {
            page.append("| ")
                    .append(need.id())
                    .append(" | ")
                    .append(need.text())
                    .append(" | ");
            page.append(String.join("<br>", tests.getOrDefault(need.id(), Set.of())))
                    .append(" |\n");
        }
        return page.toString();
    }

    private void listed(StringBuilder page, String title, String state) {
        page.append("## ").append(title).append("\n\n| need | | why |\n|---|---|---|\n");
        for (Need need : in(state)) {
            page.append("| ")
                    .append(need.id())
                    .append(" | ")
                    .append(need.text())
                    .append(" | ");
            page.append(need.reason()).append(" |\n");
        }
        page.append('\n');
    }
}
