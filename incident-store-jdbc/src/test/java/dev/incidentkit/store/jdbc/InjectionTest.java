package dev.incidentkit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeTrait;
import dev.incidentkit.core.incident.AttributeType;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand.Start;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand.Note;
import dev.incidentkit.desk.Audit;
import dev.incidentkit.desk.CommandKey;
import dev.incidentkit.desk.NotificationFilter;
import dev.incidentkit.desk.OutboxRunner;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.TimerRunner;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that would be statements if a statement were put together from them, in every place that a host can fill. */
class InjectionTest {
    private static final String[] HOSTILE = {
        "'; drop table ik_event; --",
        "' or '1'='1",
        "\\'; delete from ik_incident; #",
        "$$; drop table ik_event; $$",
        "?; {fn user()} {escape '!'} ?1 $1 :name",
        "/* */ union select tenant from ik_tenant -- \""
    };
    private static final Actor ANN = Actor.agent("ann");

    private final ProcessDefinition process = ProcessDefinition.builder(ProcessDefinition.itil())
            .attribute(AttributeDefinition.of("site", AttributeType.TEXT, AttributeTrait.INDEXED))
            .build();

    private ServiceDesk desk(JdbcIncidentStore store, String id) {
        return ServiceDesk.builder(store, process)
                .identities(() -> new IncidentId(id))
                .notifications(NotificationFilter.everything())
                .build();
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"H2_MEMORY", "POSTGRESQL", "MARIADB", "MARIADB_ONE_BY_ONE"})
    void no_text_is_ever_part_of_a_statement(TestDatabase database) {
        database.clean();
        JdbcIncidentStore store = JdbcIncidentStore.open(database.source());
        IncidentId bystander = desk(store, "BYSTANDER")
                .report(report("untouched", "untouched"), ANN)
                .incident();
        for (String text : HOSTILE) {
            write(store.forTenant(new TenantId("t " + text)), text);
        }

        for (String text : HOSTILE) {
            JdbcIncidentStore tenant = store.forTenant(new TenantId("t " + text));
            assertThat(tenant.find(IncidentQuery.all()
                                    .number(text)
                                    .category(text)
                                    .service(text)
                                    .ownerGroup(text)
                                    .putAttributes("site", AttributeValue.of(text))
                                    .build())
                            .incidents())
                    .as("%s in %s", text, database)
                    .extracting(IncidentSummary::incident)
                    .containsExactly(new IncidentId(text));
            assertThat(new Audit(desk(tenant, text)).verify(new IncidentId(text)))
                    .hasValueSatisfying(verdict -> assertThat(verdict.isWhole()).isTrue());
        }
        assertThat(store.find(IncidentQuery.all().build()).incidents())
                .extracting(IncidentSummary::incident)
                .containsExactly(bystander);
        assertThat(new Audit(desk(store, "x")).verify(bystander))
                .hasValueSatisfying(verdict -> assertThat(verdict.isWhole()).isTrue());
    }

    private static Report report(String title, String word) {
        return Report.of(title, Reporter.person(word), Channel.MAIL)
                .number(word)
                .category(new Category(word))
                .services(Set.of(word))
                .attributes(Attributes.of(Map.of("site", AttributeValue.of(word))))
                .build();
    }

    private void write(JdbcIncidentStore store, String text) {
        ServiceDesk desk = desk(store, text);
        CommandKey key = new CommandKey(text);
        IncidentId id = desk.report(report(text, text), Actor.caller(text), key).incident();
        assertThat(desk.report(report(text, text), Actor.caller(text), key).repeated())
                .isTrue();
        desk.handle(id, new Start(Owner.group(text)), ANN);
        desk.handle(id, new Note(text, Visibility.INTERNAL), ANN);
        new TimerRunner(desk).tick();
        List<String> topics = new ArrayList<>();
        new OutboxRunner(desk, message -> topics.add(message.topic())).tick();
        assertThat(topics).contains("incident.noted");
    }
}
