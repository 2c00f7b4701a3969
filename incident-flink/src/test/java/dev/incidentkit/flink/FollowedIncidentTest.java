package dev.incidentkit.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.SlaEvent;
import dev.incidentkit.core.sla.SlaClock;
import dev.incidentkit.core.sla.SlaPresets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is followed step by step tells what is followed from the beginning, wherever time stopped in between. */
class FollowedIncidentTest {
    private static final SlaClock CLOCK = SlaClock.of(SlaPresets.itil());
    private static final int RECORDS = 200;

    private final Random random = new Random(19);
    private int signals;
    private int begunAnew;
    private int goneOn;

    private static long at(IncidentEvent event) {
        return event.meta().effectiveAt().toEpochMilli();
    }

    private static List<IncidentEvent> known(List<IncidentEvent> record, long until) {
        return record.stream().filter(event -> at(event) <= until).toList();
    }

    /** Instants of the record, of what clocks set off, and between them, in order. */
    private List<Long> instants(List<IncidentEvent> record, List<SlaEvent> all) {
        List<Long> instants = new ArrayList<>();
        record.forEach(event -> instants.add(at(event)));
        all.forEach(event -> instants.add(at(event) - random.nextInt(2)));
        for (int i = 0; i < 5; i++) {
            instants.add(at(record.get(0)) + random.nextInt(1_000_000_000));
        }
        instants.removeIf(instant -> instant < at(record.get(0)) || random.nextInt(3) == 0);
        return instants.stream().sorted().toList();
    }

    private static List<SlaEvent> fromTheBeginning(List<IncidentEvent> known, long until) {
        return new FollowedIncident(CLOCK).follow(known, until);
    }

    /** Follows a record of which some events come late: each is known only from an instant on. */
    private void follow(List<IncidentEvent> record, List<Long> instants, long[] knownFrom) {
        FollowedIncident followed = new FollowedIncident(CLOCK);
        List<SlaEvent> told = new ArrayList<>();
        for (long instant : instants) {
            int came = 0;
            while (came < record.size() && knownFrom[came] <= instant) {
                came++;
            }
            List<IncidentEvent> known = known(record.subList(0, came), instant);
            if (!followed.isContinuedBy(known)) {
                followed = new FollowedIncident(CLOCK);
                told.clear();
                begunAnew++;
            }
            goneOn++;
            told.addAll(followed.follow(known, instant));
            assertThat(told).isEqualTo(fromTheBeginning(known, instant));
            signals += told.size();
        }
    }

    @Test
    void step_by_step_is_the_same_as_from_the_beginning_with_late_events_too() {
        for (List<IncidentEvent> record : new Records(53).many(RECORDS)) {
            List<SlaEvent> all = fromTheBeginning(record, Records.END.toEpochMilli());
            long[] knownFrom = new long[record.size()];
            for (int i = 0; i < knownFrom.length; i++) {
                long late = i > 0 && random.nextInt(4) == 0 ? random.nextInt(500_000_000) : 0;
                knownFrom[i] = at(record.get(i)) + late;
            }
            follow(record, instants(record, all), knownFrom);
        }
        assertThat(signals).isGreaterThan(RECORDS);
        assertThat(begunAnew).as("late events that change what was told").isGreaterThan(RECORDS / 10);
        assertThat(goneOn).isGreaterThan(RECORDS);
    }

    @Test
    void what_is_next_is_told_neither_before_its_instant_nor_after() {
        for (List<IncidentEvent> record : new Records(59).many(RECORDS)) {
            FollowedIncident followed = new FollowedIncident(CLOCK);
            followed.follow(record, at(record.get(record.size() - 1)));
            while (followed.next() != KeptIncident.NEVER) {
                long next = followed.next();
                assertThat(followed.follow(record, next - 1)).isEmpty();
                assertThat(followed.follow(record, next)).isNotEmpty().allMatch(event -> at(event) == next);
            }
        }
    }

    @Test
    void a_signal_that_the_record_holds_is_told_as_the_record_tells_it_too() {
        int recorded = 0;
        for (List<IncidentEvent> record : new Records(61).many(50)) {
            FollowedIncident followed = new FollowedIncident(CLOCK);
            followed.follow(record, at(record.get(record.size() - 1)));
            if (followed.next() == KeptIncident.NEVER) {
                continue;
            }
            List<SlaEvent> due = followed.follow(record, followed.next());
            List<IncidentEvent> longer = new ArrayList<>(record);
            longer.addAll(due);
            List<SlaEvent> told = fromTheBeginning(longer, at(due.get(0)));

            assertThat(told.subList(told.size() - due.size(), told.size())).isEqualTo(due);
            assertThat(told).hasSize(fromTheBeginning(record, at(due.get(0))).size() + due.size());
            recorded++;
        }
        assertThat(recorded).isPositive();
    }

    @Test
    void without_clocks_nothing_is_set_off_and_the_end_is_known() {
        List<IncidentEvent> record = Records.ended(3, Records.BEGIN);
        FollowedIncident followed = new FollowedIncident(null);

        assertThat(followed.endedAt()).isEqualTo(KeptIncident.NEVER);
        assertThat(followed.follow(record, Records.END.toEpochMilli())).isEmpty();
        assertThat(followed.next()).isEqualTo(KeptIncident.NEVER);
        assertThat(followed.endedAt()).isEqualTo(at(record.get(record.size() - 1)));
        assertThat(followed.isAfter(record.size())).isTrue();
    }
}
