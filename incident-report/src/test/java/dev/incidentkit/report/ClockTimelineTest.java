package dev.incidentkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPresets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ClockTimelineTest {
    private static final ZoneId BERLIN = WorkedIncident.ZONE;
    private static final SlaClock ITIL = SlaClock.of(SlaPresets.itil(BERLIN));

    private static Timeline.Lane lane(String name) {
        return WorkedIncident.lanes().stream()
                .filter(lane -> lane.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_clock_has_a_lane_that_says_how_it_stands() {
        assertThat(WorkedIncident.lanes())
                .extracting(Timeline.Lane::name, Timeline.Lane::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("gold RESPONSE", "MET in 25 min"),
                        org.assertj.core.groups.Tuple.tuple("gold RESOLUTION", "RUNNING, missed by 4 h 30 min"),
                        org.assertj.core.groups.Tuple.tuple("gold UPDATE 1", "MISSED by 1 h"),
                        org.assertj.core.groups.Tuple.tuple("gold UPDATE 2", "MISSED by 2 h 15 min"),
                        org.assertj.core.groups.Tuple.tuple("gold UPDATE 3", "RUNNING, 4 h left"));
    }

    @Test
    void a_lane_tells_working_paused_closed_and_resolved_time_apart() {
        assertThat(lane("gold RESOLUTION").pieces())
                .extracting(piece -> piece.kind() + " " + piece.reason() + " " + piece.from())
                .containsExactly(
                        "WORKING  2026-03-02T13:00:00Z",
                        "PAUSED CALLER 2026-03-02T14:45:00Z",
                        "WORKING  2026-03-03T09:30:00Z",
                        "CLOSED_HOURS  2026-03-03T17:00:00Z",
                        "WORKING  2026-03-04T07:00:00Z",
                        "RESOLVED  2026-03-04T08:15:00Z",
                        "WORKING  2026-03-04T09:30:00Z");
    }

    @Test
    void thresholds_due_instants_and_misses_are_marked() {
        assertThat(lane("gold RESOLUTION").marks())
                .extracting(mark -> mark.kind() + " " + mark.label() + " " + mark.at())
                .contains("BREACHED missed 2026-03-03T15:45:00.001Z", "REACHED 50% 2026-03-03T11:45:00Z");
        assertThat(lane("gold RESOLUTION").breaches())
                .containsExactly(new Timeline.Breach(Instant.parse("2026-03-03T15:45:00.001Z"), WorkedIncident.NOW));
        assertThat(lane("gold RESPONSE").marks())
                .containsExactly(
                        new Timeline.Mark(Timeline.MarkKind.DUE, Instant.parse("2026-03-02T14:00:00Z"), "due"));
    }

    @ParameterizedTest
    @CsvSource({
        "past PT4H, 4 h past",
        "past PT26H30M, 26 h 30 min past",
        "before PT45M, 45 min before",
        "75%, 75%",
        "past midnight, past midnight"
    })
    void a_threshold_is_marked_as_people_say_it(String name, String label) {
        assertThat(Thresholds.label(name)).isEqualTo(label);
    }

    @Test
    void what_lies_ahead_is_marked_as_ahead() {
        Story story = Story.reported("09:00:00", Priority.P1);
        Timeline timeline =
                TimelineReader.read(story.events(), ITIL, TimelineOptions.at(Story.at("10:30:00"), ZoneOffset.UTC));

        assertThat(timeline.lanes().get(1).marks())
                .containsExactlyInAnyOrder(
                        new Timeline.Mark(Timeline.MarkKind.DUE, Story.at("13:00:00"), "due"),
                        new Timeline.Mark(Timeline.MarkKind.AHEAD, Story.at("11:00:00"), "50%"),
                        new Timeline.Mark(Timeline.MarkKind.AHEAD, Story.at("12:00:00"), "75%"));
        assertThat(timeline.to()).isAfter(Story.at("13:00:00"));
        assertThat(ClockTimeline.svg(story.events(), ITIL, TimelineOptions.at(Story.at("10:30:00"), ZoneOffset.UTC)))
                .contains(">threshold ahead, if nothing happens<", ">now 10:30<", ">due 13:00<");
    }

    @Test
    void a_due_instant_far_ahead_is_named_at_the_edge() {
        Story story = Story.reported("09:00:00", Priority.P5);
        Document picture = Pictures.parse(
                ClockTimeline.svg(story.events(), ITIL, TimelineOptions.at(Story.at("10:30:00"), ZoneOffset.UTC)));

        assertThat(Pictures.texts(picture, "small"))
                .anyMatch(text -> text.startsWith("due ") && text.endsWith("\u25b8"));
    }

    @Test
    void many_cycles_share_a_lane_that_says_which_it_shows() {
        Story story = Story.reported("00:00:00", Priority.P1);
        for (int minute = 10; minute < 60; minute++) {
            story.message("09:" + minute + ":00");
        }
        TimelineOptions options =
                TimelineOptions.at(Story.at("10:00:00"), ZoneOffset.UTC).withCycles(2, 10);

        List<Timeline.Lane> lanes =
                TimelineReader.read(story.events(), ITIL, options).lanes();

        assertThat(lanes.get(2).name()).isEqualTo("itil UPDATE, 42 to 51 of 51");
        assertThat(lanes.get(2).pieces()).hasSize(10);
    }

    @Test
    void an_incident_of_many_months_has_hours_that_cannot_be_told_apart_drawn_as_one() {
        Story story = Story.reported("2025-03-03T09:00:00Z", Priority.P5).start("2025-03-03T10:00:00Z");
        Document picture = Pictures.parse(ClockTimeline.svg(
                story.events(), ITIL, TimelineOptions.at(Instant.parse("2026-11-03T09:00:00Z"), BERLIN)));

        assertThat(Pictures.texts(picture, "small")).contains("working and closed hours in turn");
        assertThat(Pictures.elements(picture, "rect")).hasSizeLessThan(30);
    }

    @Test
    void an_ended_incident_is_drawn_to_its_end_and_not_until_now() {
        Story story = Story.reported("09:00:00", Priority.P1)
                .start("09:05:00")
                .resolve("10:00:00")
                .close("11:00:00");
        TimelineOptions options = TimelineOptions.at(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);

        assertThat(TimelineReader.read(story.events(), ITIL, options).to())
                .isBetween(Story.at("11:00:00"), Story.at("11:30:00"));
        assertThat(ClockTimeline.svg(story.events(), ITIL, options)).doesNotContain(">now ");
    }

    @Test
    void a_window_shows_a_part() {
        TimelineOptions options = TimelineOptions.at(WorkedIncident.NOW, BERLIN)
                .withWindow(Story.at("2026-03-03T09:00:00Z"), Story.at("2026-03-03T17:00:00Z"));
        Document picture =
                Pictures.parse(ClockTimeline.svg(WorkedIncident.story().events(), WorkedIncident.CLOCK, options));

        for (Element rect : Pictures.elements(picture, "rect")) {
            double x = rect.getAttribute("x").isEmpty() ? 0 : Double.parseDouble(rect.getAttribute("x"));
            assertThat(x + Double.parseDouble(rect.getAttribute("width"))).isLessThanOrEqualTo(1000);
            assertThat(x).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void what_happens_later_than_asked_is_not_shown() {
        TimelineOptions options = TimelineOptions.at(Story.at("2026-03-03T08:00:00Z"), BERLIN);
        Timeline timeline = TimelineReader.read(WorkedIncident.story().events(), WorkedIncident.CLOCK, options);

        assertThat(timeline.statuses())
                .extracting(span -> span.status().name())
                .containsExactly("NEW", "IN_PROGRESS", "ON_HOLD");
        assertThat(timeline.lanes()).hasSize(3);
    }

    @Test
    void a_hostile_reason_to_wait_is_shown_as_it_is() {
        Story story = Story.reported("09:00:00", Priority.P1)
                .start("09:01:00")
                .hold("09:10:00", new HoldReason("<b>&\u0007"));
        Document picture = Pictures.parse(ClockTimeline.svg(
                story.events(), WorkedIncident.CLOCK, TimelineOptions.at(Story.at("10:30:00"), ZoneOffset.UTC)));

        assertThat(Pictures.elements(picture, "b")).isEmpty();
    }

    @Test
    void the_same_record_gives_the_same_picture() {
        assertThat(WorkedIncident.svg(ColorScheme.AUTO)).isEqualTo(WorkedIncident.svg(ColorScheme.AUTO));
    }

    @Test
    void bad_options_are_refused_with_their_values() {
        TimelineOptions options = TimelineOptions.at(WorkedIncident.NOW, BERLIN);

        assertThatThrownBy(() -> options.withWindow(WorkedIncident.NOW, WorkedIncident.NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(WorkedIncident.NOW.toString());
        assertThatThrownBy(() -> options.withCycles(0, 5)).hasMessageContaining("0");
        assertThatThrownBy(() -> options.withCycles(5, 201)).hasMessageContaining("201");
        assertThatThrownBy(() -> ClockTimeline.svg(
                        WorkedIncident.story().events(), ITIL, TimelineOptions.at(Instant.EPOCH, BERLIN)))
                .hasMessageContaining("1970-01-01T00:00:00Z");
        assertThatThrownBy(() -> ClockTimeline.svg(List.of(), ITIL, options)).hasMessageContaining("0 events");
    }

    @Test
    void lengths_are_told_by_their_two_greatest_units() {
        assertThat(TimeTexts.length(Duration.ofHours(50))).isEqualTo("2 d 2 h");
        assertThat(TimeTexts.workingLength(Duration.ofHours(50))).isEqualTo("50 h");
        assertThat(TimeTexts.length(Duration.ofSeconds(61))).isEqualTo("1 min 1 s");
        assertThat(TimeTexts.length(Duration.ZERO)).isEqualTo("0 min");
    }
}
