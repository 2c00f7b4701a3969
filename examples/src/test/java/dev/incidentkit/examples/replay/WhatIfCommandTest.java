package dev.incidentkit.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.sla.SlaPolicy;
import dev.incidentkit.core.sla.SlaPresets;
import dev.incidentkit.examples.Examples;
import dev.incidentkit.examples.replay.DirectBreaches.Bundle;
import dev.incidentkit.metrics.whatif.PrioritySource;
import dev.incidentkit.metrics.whatif.Rerun;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.XZInputStream;
import picocli.CommandLine;

class WhatIfCommandTest {
    private static final Path LOG = Path.of("../../shared/data/uci_incident_event_log.csv.xz");
    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SAMPLED = 1_000;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = Examples.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(args);
    }

    private static Map<Bundle, Rerun> reruns(ProcessDefinition base) {
        Map<Bundle, SlaPolicy> policies = new EnumMap<>(Bundle.class);
        policies.put(Bundle.SERVICENOW_LIKE, SlaPresets.servicenowLike(ZoneOffset.UTC));
        policies.put(Bundle.ITOP_LIKE, SlaPresets.itopLike());
        policies.put(Bundle.GLPI_LIKE, SlaPresets.glpiLike(ZoneOffset.UTC));
        policies.put(Bundle.OTRS_LIKE, SlaPresets.otrsLike(ZoneOffset.UTC));
        Map<Bundle, Rerun> reruns = new EnumMap<>(Bundle.class);
        policies.forEach((bundle, policy) ->
                reruns.put(bundle, Rerun.under(ServiceLevels.under(base, policy), PrioritySource.RECORDED)));
        return reruns;
    }

    private static Map<Incident, List<AuditRow>> log(Mapping mapping) throws IOException {
        Map<Incident, List<AuditRow>> incidents = new LinkedHashMap<>();
        LogRecords records = new LogRecords(mapping, RECORDED, new Oddities(mapping), incidents::put);
        try (InputStream in = new XZInputStream(Files.newInputStream(LOG))) {
            new AuditLogReader(LOG.toString(), LogForm.SERVICE_NOW, fault -> {}).read(in, records::accept);
        }
        records.finish();
        return incidents;
    }

    @Test
    void four_bundles_give_four_breach_lists_and_each_is_what_plain_counting_gives_for_a_thousand_incidents()
            throws IOException {
        Assumptions.assumeTrue(
                Files.exists(LOG), "skipped: the real log is not beside this checkout (see docs/replay.md)");
        Mapping mapping = LogFile.serviceNow();
        List<Map.Entry<Incident, List<AuditRow>>> incidents =
                new ArrayList<>(log(mapping).entrySet());
        Random random = new Random(2_016);
        Set<Integer> sample = new HashSet<>();
        while (sample.size() < SAMPLED) {
            sample.add(random.nextInt(incidents.size()));
        }
        Set<Set<String>> lists = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        reruns(mapping.definition()).forEach((bundle, rerun) -> {
            Set<String> breached = new TreeSet<>();
            for (int i = 0; i < incidents.size(); i++) {
                Incident incident = incidents.get(i).getKey();
                var result = rerun.run(incident.history(), incident.lastEffectiveAt());
                if (result.isBreached("RESOLUTION")) {
                    breached.add(incident.id().value());
                }
                if (sample.contains(i)) {
                    for (String target : List.of("RESOLUTION", "RESPONSE")) {
                        boolean direct = new DirectBreaches(
                                        bundle,
                                        target.equals("RESPONSE"),
                                        incidents.get(i).getValue())
                                .isMissed();
                        if (direct != result.isBreached(target)) {
                            wrong.add(bundle + " " + target + " " + incident.id() + " counted " + direct);
                        }
                    }
                }
            }
            lists.add(breached);
        });

        assertThat(wrong).isEmpty();
        assertThat(lists).hasSize(4).allMatch(list -> list.size() > 1_000);
    }

    @Test
    void the_sample_is_compared_and_every_difference_names_its_cause() {
        assertThat(run("what-if", "--before", "itop-like", "--after", "otrs-like"))
                .isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("itop-like -> otrs-like: something differs in")
                .contains("of 500 incidents")
                .contains("because of goal of 3 - Moderate: within PT24H of 24x7 -> within PT24H of")
                .contains("RESOLUTION");
    }

    @Test
    void made_up_records_stream_by_and_bundles_that_are_none_are_refused() {
        assertThat(run("what-if", "--made-up", "2000", "--before", "servicenow-like", "--after", "itop-like"))
                .isZero();
        assertThat(out.toString()).contains("of 2,000 incidents").contains("RESTART");

        assertThat(run("what-if", "--after", "jira-like")).isEqualTo(1);
        assertThat(err.toString()).contains("'jira-like' is no bundle").contains("itop-like");
    }
}
