package dev.incidentkit.store.jdbc.crash;

import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import java.util.SplittableRandom;

/**
 * What a writer sends, told by its number alone, so that it can be sent again after a crash: every fifth goes to an
 * incident that all share, every tenth of the others reports an incident of the writer's own.
 *
 * @param name its mark, which is its key and the text that it leaves in the record
 * @param incident the incident
 * @param command the command
 */
record CrashCommand(String name, IncidentId incident, IncidentCommand command) {
    private static final int EVERY = 5;
    private static final int LENGTH = 10;

    /** How far back a writer goes among its own incidents, so that some meet their wake-ups. */
    private static final int RECENT = 8;

    static CrashCommand of(int writer, int number) {
        String name = "command " + writer + "/" + number;
        SplittableRandom random = new SplittableRandom(writer * 1_000_003L + number);
        if (number % EVERY == EVERY - 1) {
            return new CrashCommand(name, hot(random.nextInt(CrashPlan.HOT)), note(name));
        }
        int own = number - number / EVERY;
        int latest = own / LENGTH;
        if (own % LENGTH == 0) {
            return new CrashCommand(name, own(writer, latest), report(name));
        }
        return new CrashCommand(name, own(writer, Math.max(0, latest - random.nextInt(RECENT))), note(name));
    }

    static IncidentId hot(int number) {
        return new IncidentId("HOT-" + number);
    }

    private static IncidentId own(int writer, int number) {
        return new IncidentId("OWN-" + writer + "-" + number);
    }

    private static Note note(String text) {
        return new Note(text, Visibility.INTERNAL);
    }

    static Report report(String title) {
        return Report.of(title, Reporter.person("Bob"), Channel.PHONE)
                .impact(Impact.HIGH)
                .urgency(Urgency.HIGH)
                .build();
    }
}
