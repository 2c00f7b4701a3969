package dev.incidentkit.report.internal;

import java.util.List;

/**
 * What the template of the page shows: texts that it escapes, and pieces of markup that it does not.
 *
 * @param title the title
 * @param facts what the report is of: names and values
 * @param css the style sheet
 * @param library the chart library
 * @param script what draws the charts
 * @param charts what they show, as JSON
 * @param sections the sections
 */
public record Page(
        String title,
        List<Fact> facts,
        String css,
        String library,
        String script,
        String charts,
        List<Section> sections) {
    /** A name and a value. */
    public record Fact(String name, String value) {}

    /**
     * A section.
     *
     * @param id its id
     * @param title its title
     * @param text what it shows
     * @param look how it is shown
     * @param chart its chart
     * @param table its table
     * @param pictures its pictures
     */
    public record Section(
            String id, String title, String text, Look look, Chart chart, Table table, List<Picture> pictures) {}

    /** How a section is shown. */
    public enum Look {
        /** As large figures side by side. */
        TILES("tiles"),

        /** As a table of which cells are the darker the more they count. */
        HEAT("heat"),

        /** As a chart, where there is one, and a table. */
        TABLE("plain");

        private final String style;

        Look(String style) {
            this.style = style;
        }

        /** {@return its class in the style sheet} */
        public String style() {
            return style;
        }
    }

    /**
     * A chart.
     *
     * @param title its title; empty where there is no chart
     * @param description what it says
     * @param style how high it is, as a class of the style sheet
     */
    public record Chart(String title, String description, String style) {
        /** {@return whether there is one} */
        public boolean isShown() {
            return !title.isEmpty();
        }
    }

    /**
     * A table.
     *
     * @param caption what it is of
     * @param head what its rows are
     * @param columns its columns
     * @param rows its rows
     */
    public record Table(String caption, String head, List<Cell> columns, List<Row> rows) {}

    /**
     * A row.
     *
     * @param name what it is about
     * @param basis what it is of; empty where it is of what the section is of
     * @param cells its values
     */
    public record Row(String name, String basis, List<Cell> cells) {}

    /**
     * A value.
     *
     * @param text as people read it
     * @param note what is told beside it
     * @param style its class in the style sheet
     */
    public record Cell(String text, String note, String style) {}

    /**
     * A picture.
     *
     * @param caption what it shows
     * @param svg markup
     */
    public record Picture(String caption, String svg) {}
}
