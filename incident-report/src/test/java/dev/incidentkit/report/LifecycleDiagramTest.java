package dev.incidentkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Lifecycle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class LifecycleDiagramTest {
    private static final Lifecycle SMALL = Lifecycle.builder("two \"steps\" & <more>")
            .statuses(new Status("<script>", Phase.NEW), new Status("Done; %% end note", Phase.CLOSED))
            .transition(Action.REPORT, step -> step.to(new Status("<script>", Phase.NEW)))
            .transition(
                    new Action("\"fix\" <it> # now"),
                    step -> step.from(new Status("<script>", Phase.NEW))
                            .to(new Status("Done; %% end note", Phase.CLOSED)))
            .build();

    @Test
    void names_that_mean_something_to_mermaid_lose_their_meaning() {
        assertThat(LifecycleDiagram.mermaid(SMALL)).isEqualTo("""
                stateDiagram-v2
                    accTitle: Lifecycle two \uff02steps\uff02 \uff06 \uff1cmore\uff1e
                    state "\uff1cscript\uff1e" as s1
                    state "Done\uff1b \uff05\uff05 end\u00a0note" as s2
                    [*] --> s1 : REPORT
                    s1 --> s2 : \uff02fix\uff02 \uff1cit\uff1e \uff03 now
                    s2 --> [*]
                    classDef phasenew fill:#dbe9fd,stroke:#3572c6,color:#1b1f24
                    class s1 phasenew
                    classDef phaseclosed fill:#e3e6ea,stroke:#6b7480,color:#1b1f24
                    class s2 phaseclosed
                """);
    }

    @Test
    void names_that_mean_something_to_svg_are_shown_as_they_are() {
        Document picture = Pictures.parse(LifecycleDiagram.svg(SMALL));

        assertThat(Pictures.texts(picture, "name")).containsExactly("<script>", "Done; %% end note");
        assertThat(Pictures.labels(picture)).containsExactly("REPORT", "\"fix\" <it> # now");
        assertThat(Pictures.elements(picture, "script")).isEmpty();
    }

    @Test
    void an_itil_status_keeps_its_name_in_mermaid() {
        assertThat(LifecycleDiagram.mermaid(Lifecycle.itil()))
                .contains("    ON_HOLD --> IN_PROGRESS : RESUME [owned]\n    ON_HOLD --> NEW : RESUME [else]\n");
    }

    @Test
    void the_picture_names_and_describes_itself() {
        Document picture = Pictures.parse(LifecycleDiagram.svg(Lifecycle.itil()));
        Element root = picture.getDocumentElement();
        List<String> parts = List.of(root.getAttribute("aria-labelledby").split(" "));

        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(Pictures.elements(picture, "title").get(0).getAttribute("id"))
                .isEqualTo(parts.get(0));
        assertThat(Pictures.elements(picture, "title").get(0).getTextContent()).isEqualTo("Lifecycle itil");
        assertThat(Pictures.elements(picture, "desc").get(0).getAttribute("id")).isEqualTo(parts.get(1));
        assertThat(Pictures.elements(picture, "desc").get(0).getTextContent())
                .contains("RESOLVED to IN_PROGRESS: REOPEN [owned]; REJECT [owned]")
                .contains("RESOLVED to NEW: REOPEN [else]; REJECT [else]")
                .contains("Stays in RESOLVED: CONFIRM [else]; CHECK");
    }

    @Test
    void the_label_of_a_step_tells_what_it_takes_to_those_who_point_at_it() {
        Document picture = Pictures.parse(LifecycleDiagram.svg(Lifecycle.itil()));

        assertThat(Pictures.elements(picture, "title"))
                .extracting(Element::getTextContent)
                .anyMatch(text -> text.startsWith("CLOSE; by: ") && text.contains("workarounds-settled, no-open-child"))
                .anyMatch(text -> text.startsWith("START; must be given: "));
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void a_picture_refers_to_nothing_outside_itself(ColorScheme scheme) {
        for (String svg : List.of(LifecycleDiagram.svg(Lifecycle.itil(), scheme), WorkedIncident.svg(scheme))) {
            assertThat(svg.replace("http://www.w3.org/2000/svg", ""))
                    .doesNotContain("http", "@import", "href", "<script");
            Pictures.elements(Pictures.parse(svg), "rect").stream()
                    .map(rect -> rect.getAttribute("fill"))
                    .filter(fill -> !fill.isEmpty())
                    .forEach(fill -> assertThat(svg).contains("id=\"" + fill.substring(5, fill.length() - 1) + "\""));
        }
    }

    @Test
    void a_fixed_scheme_does_not_follow_the_reader() {
        assertThat(LifecycleDiagram.svg(SMALL, ColorScheme.LIGHT))
                .contains(Palette.LIGHT.ground())
                .doesNotContain("prefers-color-scheme", Palette.DARK.ground());
        assertThat(LifecycleDiagram.svg(SMALL, ColorScheme.DARK))
                .contains(Palette.DARK.ground())
                .doesNotContain("prefers-color-scheme", Palette.LIGHT.ground() + "}");
        assertThat(LifecycleDiagram.svg(SMALL)).contains("prefers-color-scheme", Palette.DARK.ground());
    }

    @Test
    void text_has_enough_contrast_on_every_fill() {
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            for (Phase phase : Phase.values()) {
                assertThat(contrast(palette.ink(), palette.phase(phase).fill())).isGreaterThan(4.5);
            }
            assertThat(contrast(palette.ink(), palette.ground())).isGreaterThan(4.5);
            assertThat(contrast(palette.ink(), palette.work().fill())).isGreaterThan(4.5);
            assertThat(contrast(palette.faint(), palette.panel())).isGreaterThan(4.5);
            assertThat(contrast(palette.alarm(), palette.ground())).isGreaterThan(4.5);
        }
    }

    /** After WCAG 2.2, "contrast ratio" and "relative luminance". */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String color) {
        return 0.2126 * part(color, 1) + 0.7152 * part(color, 3) + 0.0722 * part(color, 5);
    }

    private static double part(String color, int at) {
        double value = Integer.parseInt(color.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
