package dev.incidentkit.examples.docs;

/**
 * A block of code of a page.
 *
 * @param language its language
 * @param section the number of its section, counted by headings of the first and second level
 * @param line where it begins, 1 for the first line
 * @param text what stands in it
 * @param word what the comment before it says to the test, empty if there is none
 */
record DocBlock(String language, int section, int line, String text, String word) {
    /** Goes on where the block before it ended, though it is in another section. */
    static final String CONTINUES = "continues";

    boolean continues() {
        return word.equals(CONTINUES);
    }

    /** {@return whether it is nothing but imports, which hold for the whole page} */
    boolean isImports() {
        return language.equals("java")
                && text.lines().filter(line -> !line.isBlank()).allMatch(line -> line.startsWith("import "));
    }
}
