package dev.incidentkit.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveFeedTest {
    /** Reads on until an event whose data name an incident, or any of that name where none is given. */
    private static void await(Iterator<String> lines, String event, String incident) {
        while (lines.hasNext()) {
            if (lines.next().equals("event: " + event) && (incident.isEmpty() || isAbout(lines.next(), incident))) {
                return;
            }
        }
        throw new AssertionError("The answer ended before the event '" + event + "' about '" + incident + "'");
    }

    private static boolean isAbout(String data, String incident) {
        return List.of(data.split("[: ]+", -1)).contains(incident);
    }

    @Test
    void who_follows_an_incident_is_told_of_it_and_of_no_other() {
        Iterator<String> followed;
        try (DeskServer server = Desks.start("itil", Desks.memory(), InstantSource.system())) {
            Client ann = Client.signedIn(server, "ann");
            String one = ann.report("Followed");
            String other = ann.report("Not followed");
            Iterator<String> all = ann.lines("/live").iterator();
            await(all, "ready", "");
            await(all, "changed", ann.report("All before this was told"));
            followed = ann.lines("/live?incident=" + one).iterator();
            await(followed, "ready", "");
            ann.act(other, "ACKNOWLEDGE");
            await(all, "changed", other);
            ann.act(one, "ASSIGN", "owner", "network");
            await(all, "changed", one);
        }

        List<String> told = new ArrayList<>();
        followed.forEachRemaining(told::add);
        assertThat(told).filteredOn(line -> line.startsWith("event: ")).containsExactly("event: changed");
    }
}
