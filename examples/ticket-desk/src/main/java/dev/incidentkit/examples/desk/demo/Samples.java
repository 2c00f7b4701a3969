package dev.incidentkit.examples.desk.demo;

import dev.incidentkit.examples.desk.form.FormData;
import dev.incidentkit.examples.desk.form.Input;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Fills forms in as people would, whatever a definition makes them ask. */
final class Samples {
    private static final double FILLS_IN_WHAT_IS_NOT_ASKED = 0.3;

    private static final List<String> TITLES = List.of(
            "VPN drops every few minutes",
            "Cannot print on the second floor",
            "Mail is delayed by half an hour",
            "Payment page shows an error",
            "Shared drive is read-only",
            "Laptop does not wake up",
            "Wi-Fi is slow in the meeting rooms",
            "Password reset mail does not arrive",
            "Order export fails at night",
            "Phones in reception are dead",
            "Search in the shop finds nothing",
            "Badge reader at the east door is stuck",
            "Monitor flickers since the update",
            "Calendar invitations arrive twice",
            "Warehouse scanner loses its connection",
            "Disk of the build server is almost full",
            "Certificate of the intranet has expired",
            "Video calls have no sound",
            "Invoice template prints the old address",
            "Backup of the file server did not run");

    private static final Map<String, List<String>> WORDS = Map.of(
            "description",
            List.of(
                    "It began this morning and several of us see it.",
                    "It comes and goes; a restart helps for an hour.",
                    "Nobody in the team can work with it any more."),
            "symptoms",
            List.of("An error message, then nothing.", "It hangs for a minute."),
            "comment",
            List.of("Could you send us a picture of the message?", "We wait for a part.", "As agreed."),
            "reason",
            List.of("It came back an hour later.", "The caller says that it still does not work."),
            "text",
            List.of(
                    "Looked at the logs: time-outs towards the gateway.",
                    "We are on it and will write again before noon.",
                    "Asked the supplier, number 48211."),
            "resolutionNote",
            List.of(
                    "Renewed the certificate and restarted the service.",
                    "Replaced the cable; measured for ten minutes.",
                    "Gave back the rights that were lost in the migration."),
            "services",
            List.of("mail", "vpn", "shop", "printing", "files", "telephony"),
            "summary",
            List.of("We learned to watch the certificates."));

    private final Random random;
    private final ZoneId zone;

    Samples(Random random, ZoneId zone) {
        this.random = random;
        this.zone = zone;
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    String title() {
        return any(TITLES);
    }

    /** A form that is filled in: what must be given, and some of what need not; some values as they are told. */
    FormData fill(List<Input> inputs, Instant now, Map<String, String> told) {
        Map<String, List<String>> values = new HashMap<>();
        for (Input input : inputs) {
            boolean wanted =
                    input.demand() != Input.Demand.OPTIONAL || random.nextDouble() < FILLS_IN_WHAT_IS_NOT_ASKED;
            if (told.containsKey(input.name())) {
                values.put(input.name(), List.of(told.get(input.name())));
            } else if (wanted) {
                values.put(input.name(), List.of(value(input, now)));
            }
        }
        return new FormData(values, zone);
    }

    private String value(Input input, Instant now) {
        if (!input.value().isEmpty()) {
            return input.value();
        }
        if (!input.choices().isEmpty()) {
            return any(input.choices()).value();
        }
        return switch (input.kind()) {
            case NUMBER -> Integer.toString(1 + random.nextInt(40));
            case MOMENT -> input.isRequired() || input.name().equals("resumeAt") ? later(now) : "";
            default -> any(WORDS.getOrDefault(input.name(), List.of("network", "workplace", "applications")));
        };
    }

    private String later(Instant now) {
        Instant later = now.plus(1 + random.nextInt(72), ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
        return later.atZone(zone).toLocalDateTime().toString();
    }
}
