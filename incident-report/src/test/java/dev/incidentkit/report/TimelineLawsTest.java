package dev.incidentkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPresets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TimelineLawsTest {
    private static final SlaClock ITIL =
            SlaClock.of(SlaPresets.itil(WorkedIncident.ZONE), SlaPresets.otrsLike(WorkedIncident.ZONE));
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("America/St_Johns"));

    /** An incident with random holds, messages, changes of priority, resolutions and reopenings. */
    private static Timeline random(long seed) {
        Random random = new Random(seed);
        Instant at = Instant.parse("2026-03-27T08:00:00Z").plusSeconds(random.nextInt(500_000));
        Story story = Story.reported(at.toString(), priority(random));
        String state = "open";
        int steps = random.nextInt(12);
        long pace = 60L * (1 + random.nextInt(3_000));
        for (int i = 0; i < steps; i++) {
            at = at.plusMillis(1 + (long) (random.nextDouble() * pace * 1000));
            String now = at.toString();
            int choice = random.nextInt(5);
            if (choice == 0 && state.equals("open")) {
                story.hold(now, random.nextBoolean() ? HoldReason.CALLER : HoldReason.VENDOR);
                state = "held";
            } else if (choice == 1 && state.equals("held")) {
                story.resume(now);
                state = "open";
            } else if (choice == 2 && state.equals("open")) {
                story.resolve(now);
                state = "resolved";
            } else if (choice == 3 && state.equals("resolved")) {
                story.reopen(now);
                state = "open";
            } else if (random.nextInt(3) == 0) {
                story.priority(now, priority(random));
            } else {
                story.message(now);
            }
        }
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        TimelineOptions options = TimelineOptions.at(at.plusSeconds(random.nextInt(100_000)), zone)
                .withCycles(1 + random.nextInt(20), 1 + random.nextInt(40));
        return TimelineReader.read(story.events(), ITIL, options);
    }

    private static Priority priority(Random random) {
        return List.of(Priority.P1, Priority.P2, Priority.P3, Priority.P4, Priority.P5)
                .get(random.nextInt(5));
    }

    private static void hasNoGap(List<Timeline.Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            assertThat(pieces.get(i).from()).isBefore(pieces.get(i).to());
            if (i > 0) {
                assertThat(pieces.get(i).from())
                        .isAfterOrEqualTo(pieces.get(i - 1).to());
            }
        }
    }

    @Property(tries = 300)
    void the_time_of_a_single_cycle_has_no_gap_and_no_overlap(@ForAll long seed) {
        Timeline timeline = random(seed);

        for (Timeline.Lane lane : timeline.lanes()) {
            hasNoGap(lane.pieces());
            if (!lane.name().contains(", ")) {
                for (int i = 1; i < lane.pieces().size(); i++) {
                    assertThat(lane.pieces().get(i).from())
                            .isEqualTo(lane.pieces().get(i - 1).to());
                }
                assertThat(lane.pieces()).noneMatch(piece -> piece.kind() == Timeline.Kind.UNTOLD);
            }
            assertThat(Pieces.coarse(lane.pieces(), Duration.ofHours(40)).stream()
                            .mapToLong(piece ->
                                    Duration.between(piece.from(), piece.to()).toMillis())
                            .sum())
                    .isEqualTo(lane.pieces().stream()
                            .mapToLong(piece ->
                                    Duration.between(piece.from(), piece.to()).toMillis())
                            .sum());
        }
        assertThat(timeline.statuses().get(0).from()).isAfterOrEqualTo(timeline.from());
        Pictures.parse(TimelineSvg.draw(timeline, ColorScheme.AUTO));
    }

    @Property(tries = 300)
    void pieces_with_gaps_and_overlaps_are_made_whole(@ForAll long seed) {
        Random random = new Random(seed);
        Instant from = Instant.EPOCH;
        Instant to = from.plusMillis(1 + random.nextInt(1_000));
        List<Timeline.Piece> pieces = new ArrayList<>();
        long at = random.nextInt(-50, 150);
        for (int i = random.nextInt(8); i > 0; i--) {
            long end = at + random.nextInt(200);
            pieces.add(new Timeline.Piece(
                    Instant.ofEpochMilli(at),
                    Instant.ofEpochMilli(end),
                    Timeline.Kind.values()[random.nextInt(4)],
                    "",
                    ""));
            at = end + random.nextInt(60) - 20;
        }

        List<Timeline.Piece> whole = Pieces.whole(from, to, pieces);

        assertThat(whole.get(0).from()).isEqualTo(from);
        assertThat(whole.get(whole.size() - 1).to()).isEqualTo(to);
        for (int i = 1; i < whole.size(); i++) {
            assertThat(whole.get(i).from()).isEqualTo(whole.get(i - 1).to());
            assertThat(whole.get(i).kind()).isNotEqualTo(whole.get(i - 1).kind());
        }
    }

    @Example
    void the_hard_cases_are_drawn() {
        Set<Timeline.Kind> kinds = EnumSet.noneOf(Timeline.Kind.class);
        Set<Timeline.MarkKind> marks = EnumSet.noneOf(Timeline.MarkKind.class);
        int shared = 0;
        for (int seed = 0; seed < 200; seed++) {
            for (Timeline.Lane lane : random(seed).lanes()) {
                lane.pieces().forEach(piece -> kinds.add(piece.kind()));
                lane.marks().forEach(mark -> marks.add(mark.kind()));
                shared += lane.name().contains(", ") ? 1 : 0;
            }
        }
        assertThat(kinds)
                .contains(
                        Timeline.Kind.WORKING,
                        Timeline.Kind.PAUSED,
                        Timeline.Kind.CLOSED_HOURS,
                        Timeline.Kind.RESOLVED);
        assertThat(marks).containsExactly(Timeline.MarkKind.values());
        assertThat(shared).isPositive();
    }

    @Property(tries = 500)
    void an_axis_has_a_few_ticks_in_order_with_room_for_their_texts(
            @ForAll @IntRange(min = 0, max = 4) int zone,
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long begin,
            @ForAll @IntRange(min = 1, max = 36) int magnitude,
            @ForAll @LongRange(min = 1, max = 99) long more) {
        Instant from = Instant.ofEpochSecond(begin);
        Instant to = from.plusSeconds(60L + (1L << Math.min(magnitude, 32)) * (100 + more) / 100);
        Timeline timeline = new Timeline("x", from, ZONES.get(zone), from, to, List.of(), List.of());

        List<TimeAxis.Tick> ticks = new TimeAxis(timeline, 200, 976).ticks();

        assertThat(ticks).hasSizeLessThanOrEqualTo(26);
        if (Duration.between(from, to).compareTo(Duration.ofMinutes(5)) > 0) {
            assertThat(ticks).isNotEmpty();
        }
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(ticks.get(i).x()).isGreaterThan(ticks.get(i - 1).x());
        }
    }
}
