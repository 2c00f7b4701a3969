package dev.incidentkit.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.examples.desk.Client.Reply;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The same program under another definition: other statuses, other buttons, other refusals. */
class DefinitionSwapTest {
    private static final String CLINIC = "definitions/clinic.yaml";

    @Test
    void another_file_changes_statuses_buttons_and_refusals() {
        try (DeskServer itil = Desks.start("itil", Desks.memory(), InstantSource.system());
                DeskServer clinic = Desks.start(CLINIC, Desks.memory(), InstantSource.system())) {
            Client atItil = Client.signedIn(itil, "ann");
            Client atClinic = Client.signedIn(clinic, "ann");

            String first = atItil.report("The pump stops");
            atClinic.get("/report");
            Reply refused = atClinic.post("/report", "title", "The pump stops", "reporter", "bob", "channel", "PHONE");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("attribute:ward must be given");
            String second = atClinic.report("The pump stops", "attribute:ward", "SURGERY");

            assertThat(atItil.get("/incidents/" + first).text())
                    .contains("New", "Start work to In progress", "Put on hold")
                    .doesNotContain("Take to bench", "Lend a spare");
            assertThat(atClinic.get("/incidents/" + second).text())
                    .contains("Open", "Take to bench to At the bench", "Lend a spare to Lent a spare", "ward SURGERY")
                    .doesNotContain("Start work", "Put on hold", "Escalate");
            assertThat(atClinic.act(second, "START").text())
                    .contains("START is not allowed while the incident is OPEN");
            assertThat(atClinic.act(second, "TAKE_TO_BENCH").text()).contains("attribute:device must be given");
            assertThat(atClinic.act(second, "TAKE_TO_BENCH", "attribute:device", "pump 7")
                            .text())
                    .contains("At the bench", "device pump 7");
            assertThat(atClinic.act(second, "RESOLVE", "resolutionNote", "New seal.", "method", "PERMANENT")
                            .text())
                    .contains("Handed back");
            assertThat(atClinic.act(second, "CLOSE").text()).contains("CLOSE takes one of the roles [INCIDENT_MANAGER");
            assertThat(Client.signedIn(clinic, "mia").act(second, "CLOSE").text())
                    .contains("Filed");
        }
    }

    @Test
    void incidents_stay_with_the_definition_that_they_began_under() {
        String db = Desks.memory();
        String old;
        try (DeskServer clinic = Desks.start(CLINIC, db, InstantSource.system())) {
            old = Client.signedIn(clinic, "ann").report("Before the change", "attribute:ward", "SURGERY");
        }
        try (DeskServer itil = Desks.start("itil", db, InstantSource.system())) {
            Client ann = Client.signedIn(itil, "ann");
            String fresh = ann.report("After the change");

            assertThat(ann.get("/incidents/" + old).text())
                    .contains("Take to bench")
                    .doesNotContain("Start work");
            assertThat(ann.get("/incidents/" + fresh).text())
                    .contains("Start work")
                    .doesNotContain("Take to bench");
            assertThat(ann.act(old, "TAKE_TO_BENCH", "attribute:device", "pump 9")
                            .text())
                    .contains("At the bench", "device pump 9");
            assertThat(ann.get("/?status=AT_THE_BENCH").text()).contains("Before the change");
            assertThat(ann.get("/rules").text()).contains("IN_PROGRESS").doesNotContain("AT_THE_BENCH");
        }
    }
}
