package dev.incidentkit.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.CommandContext;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Unmet;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A redaction that would remove nothing is refused, so that no record says "redacted" of what still stands in it. */
class RedactionScopeTest {
    private static final CommandContext CONTEXT =
            CommandContext.of(Actor.agent("ann"), Instant.parse("2026-03-27T08:00:00Z"));
    private static final ProcessDefinition EARLIER = ProcessDefinition.builder(ProcessDefinition.itil())
            .attribute(AttributeDefinition.of("phone", AttributeType.TEXT, AttributeTrait.PERSONAL))
            .attribute(AttributeDefinition.of("desk", AttributeType.TEXT))
            .build();

    private static Incident reported() {
        return Incident.replay(
                EARLIER.begin(new IncidentId("INC-1"), TenantId.DEFAULT, TestCommands.of("REPORT"), CONTEXT));
    }

    private static List<String> refused(ProcessDefinition definition, Incident incident, String... scope) {
        RecordCommand.Redact redact = new RecordCommand.Redact(new LinkedHashSet<>(List.of(scope)), "asked for");
        List<Unmet> unmet = definition.check(incident, redact, CONTEXT);
        assertThat(Histories.outcome(definition, incident, redact, CONTEXT).unmet())
                .isEqualTo(unmet);
        return unmet.stream().map(Unmet::message).toList();
    }

    @Test
    void every_text_that_is_listed_and_every_personal_attribute_is_accepted() {
        assertThat(refused(EARLIER, reported())).isEmpty();
        assertThat(RecordCommand.Redact.TEXTS)
                .hasSize(9)
                .allSatisfy(
                        text -> assertThat(refused(EARLIER, reported(), text)).isEmpty());
        assertThat(refused(EARLIER, reported(), "title", "attribute:phone")).isEmpty();
    }

    @Test
    void what_is_not_personal_or_not_there_is_refused_with_what_there_is() {
        assertThat(refused(EARLIER, reported(), "title", "attribute:desk", "attribute:nosuch", "owner"))
                .containsExactly(message("attribute:desk"), message("attribute:nosuch"), message("owner"));
    }

    private static String message(String field) {
        return "'" + field
                + "' is no personal field; there are [comment, description, reason, reporter, resolutionNote, "
                + "summary, symptoms, text, title] and the personal ones among the attributes [desk, phone]";
    }

    @Test
    void what_was_personal_under_an_earlier_definition_can_still_be_removed() {
        ProcessDefinition later = ProcessDefinition.builder(ProcessDefinition.itil())
                .predecessor(EARLIER)
                .build();
        Incident moved = reported()
                .applyAll(later.decide(reported(), new RecordCommand.Migrate(later.hash(), Map.of()), CONTEXT));

        assertThat(refused(later, moved, "attribute:phone")).isEmpty();
        assertThat(refused(later, moved, "attribute:desk")).hasSize(1);
    }
}
