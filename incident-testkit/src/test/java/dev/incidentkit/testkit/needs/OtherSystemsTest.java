package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.assertion.IncidentAssertions.assertThat;
import static dev.incidentkit.testkit.needs.Written.ITIL;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.TriageCommand.Categorize;
import dev.incidentkit.core.incident.WorkCommand.Link;
import dev.incidentkit.core.policy.CapacityRouting;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.RoutingPolicy;
import dev.incidentkit.core.policy.Suggestion;
import dev.incidentkit.desk.ArticleDraft;
import dev.incidentkit.desk.CommandKey;
import dev.incidentkit.desk.LeastLoaded;
import dev.incidentkit.desk.Mail;
import dev.incidentkit.desk.MailDesk;
import dev.incidentkit.store.IncidentQueries;
import dev.incidentkit.store.IncidentQuery;
import dev.incidentkit.store.IncidentSummary;
import dev.incidentkit.store.Page;
import dev.incidentkit.testkit.Samples;
import dev.incidentkit.testkit.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes to and fro between the library and the systems around it. */
class OtherSystemsTest {
    private static final Actor ROBO = Actor.bot("robo", Role.RESOLVER);
    private static final IncidentId FIRST = new IncidentId("INC-1");
    private static final Suggestion NETWORK =
            new Suggestion(new Categorize(new Category("network")), 0.71, "classifier/2026-03", "like 40 others");
    private static final Suggestion ARTICLE = new Suggestion(
            new Link(new Relation(RelationKind.KNOWLEDGE_ARTICLE, "KB-7")), 0.93, "wiki-search/4", "same error text");

    @Test
    @Tag("C-120")
    void a_form_asks_for_what_its_category_needs_and_for_nothing_of_the_others() {
        ProcessDefinition forms = itilWith("""
                attributes: {client: text}
                procedures:
                  fields:
                    vpn form: {at: REPORT, when: {category: network/vpn}, requires: ["attribute:client", symptoms]}
                """);
        String table = """
                | who | does | at | refused |
                |-----|------|----|---------|
                | cleo (CALLER) | report category=%s | | %s |
                """;

        holds(forms, table.formatted("network/vpn", "FIELD_REQUIRED(attribute:client), FIELD_REQUIRED(symptoms)"));
        holds(forms, table.formatted("network/vpn client=7.1 symptoms=slow", ""));
        holds(forms, table.formatted("network/dns", ""));
    }

    @Test
    @Tag("C-121")
    void a_ticketing_system_finds_an_incident_by_its_own_number_and_shows_the_buttons_that_work() {
        Scenario.named("inside a ticketing system")
                .given(Samples.CLEO, Samples.report().number("T-4711").build())
                .withDesk(desk -> {
                    assertThat(desk.store()
                                    .find(IncidentQuery.all().number("T-4711").build())
                                    .incidents())
                            .extracting(IncidentSummary::incident)
                            .containsExactly(FIRST);
                    assertThat(desk.availableActions(FIRST, Samples.ANN))
                            .filteredOn(action -> action.isReady())
                            .extracting(action -> action.action())
                            .contains(Action.ASSIGN, Action.NOTE)
                            .doesNotContain(Action.CLOSE, Action.START);
                })
                .when(Samples.ANN, new LifecycleCommand.Start(Owner.group("ops")))
                .withDesk(desk -> assertThat(desk.availableActions(FIRST, Samples.ANN))
                        .extracting(action -> action.action())
                        .contains(Action.HOLD)
                        .doesNotContain(Action.START))
                .build()
                .verify(ITIL);
    }

    @Test
    @Tag("C-122")
    void monitoring_opens_one_incident_resolves_it_when_all_is_well_and_reopens_it_when_it_is_not() {
        holds(
                itilWith("procedures: {alerts: {recovery: RESOLVE, category: shop, service: resource, window: 1h}}"),
                """
                | who | does | at | status | services | events |
                |-----|------|----|--------|----------|--------|
                | monitor (EXTERNAL) | alert check=http resource=shop | | NEW | shop | Reported, Signalled |
                | monitor | alert check=http resource=shop | +5m | NEW | shop | Signalled |
                | monitor | alert check=http resource=shop state=CLEARED | +5m | RESOLVED | shop | Signalled, Resolved |
                | monitor | alert check=http resource=shop | +5m | NEW | shop | Signalled, Reopened |
                """);
    }

    @Test
    @Tag("C-123")
    void a_dashboard_reads_what_is_open_in_the_order_of_work_with_its_next_breach() {
        Scenario.named("three open and one ended")
                .given(Written.scenario(ITIL, """
                        | incident | who | does | at |
                        |----------|-----|------|----|
                        | INC-1 | cleo (CALLER) | report impact=LOW urgency=LOW | |
                        | INC-2 | cleo | report impact=HIGH urgency=HIGH | |
                        | INC-3 | cleo | report impact=HIGH urgency=HIGH | +1m |
                        | INC-4 | cleo | report impact=HIGH urgency=HIGH | |
                        | | ann | cancel reason=WITHDRAWN | |
                        """))
                .withDesk(desk -> {
                    List<IncidentSummary> queue = desk.store()
                            .find(IncidentQuery.all()
                                    .addStatuses("NEW")
                                    .order(IncidentQuery.Order.WORK_QUEUE)
                                    .build())
                            .incidents();
                    assertThat(queue)
                            .extracting(one -> one.incident().value())
                            .containsExactly("INC-2", "INC-3", "INC-1");
                    assertThat(queue.get(0).nextBreach()).isBefore(queue.get(1).nextBreach());
                })
                .build()
                .verify(ITIL);
    }

    /** The store of the scenario is there once the scenario is played. */
    private static final class Late implements IncidentQueries {
        private final List<IncidentQueries> store = new ArrayList<>();

        @Override
        public Optional<IncidentSummary> summary(IncidentId incident) {
            return store.get(0).summary(incident);
        }

        @Override
        public Page find(IncidentQuery query) {
            return store.get(0).find(query);
        }
    }

    private static RoutingPolicy toNetwork() {
        return new RoutingPolicy() {
            @Override
            public Optional<Decision<Owner>> route(Incident incident) {
                return Optional.of(new Decision<>(Owner.group("network"), "R1", "teams"));
            }

            @Override
            public String version() {
                return "teams";
            }
        };
    }

    @Test
    @Tag("C-124")
    void whoever_has_room_gets_the_next_one_and_nobody_when_all_are_busy() {
        Late queries = new Late();
        ProcessDefinition definition = ProcessDefinition.builder(ITIL)
                .routing(new CapacityRouting(
                        toNetwork(), new LeastLoaded(queries, Map.of("network", List.of("ann", "ben")), 1)))
                .build();

        Scenario.named("three reports for two people")
                .withDesk(desk -> queries.store.add(desk.store()))
                .given(Samples.CLEO, Samples.report().build())
                .then(moment -> assertThat(moment).incident().isOwnedBy(new Owner("network", "ann")))
                .of("INC-2")
                .given(Samples.CLEO, Samples.report().build())
                .then(moment -> assertThat(moment).incident().isOwnedBy(new Owner("network", "ben")))
                .of("INC-3")
                .given(Samples.CLEO, Samples.report().build())
                .then(moment -> assertThat(moment).incident().isOwnedBy(Owner.group("network")))
                .of("INC-2")
                .when(Samples.ANN, LifecycleCommand.Resolve.permanently(new Category("network"), "FIXED", "Done"))
                .of("INC-4")
                .given(Samples.CLEO, Samples.report().build())
                .then(moment -> assertThat(moment).incident().isOwnedBy(new Owner("network", "ben")))
                .build()
                .verify(definition);
    }

    @Test
    @Tag("C-125")
    void what_depends_on_an_affected_item_is_affected_and_its_owner_is_told() {
        ProcessDefinition definition = itilWith("""
                procedures:
                  messages:
                    owner: {when: {service: payments}, audience: payments, channel: CHAT, template: item, within: 20m}
                """);

        Scenario.named("a database fails")
                .atDesk(desk -> desk.configuration(item -> item.equals("db-7") ? Set.of("shop", "payments") : Set.of()))
                .given(Samples.CLEO, Samples.report().build())
                .when(Samples.ANN, new Link(new Relation(RelationKind.CHANGED_ITEM, "db-7")))
                .then(moment -> {
                    assertThat(moment.incident().services()).isEmpty();
                    assertThat(moment.sent()).noneMatch(message -> "payments".equals(message.audience()));
                })
                .when(Samples.ANN, new Link(new Relation(RelationKind.AFFECTED_ITEM, "db-7")))
                .then(moment -> {
                    assertThat(moment.incident().services()).containsExactlyInAnyOrder("shop", "payments");
                    assertThat(moment).messages().reach("payments");
                })
                .build()
                .verify(definition);
    }

    @Test
    @Tag("C-126")
    void an_article_that_helps_is_suggested_until_it_is_linked_and_one_is_drafted_of_the_solution() {
        Scenario.named("what is known helps, and what was learned is written down")
                .atDesk(desk -> desk.advisors(incident -> List.of(ARTICLE)))
                .given(Samples.CLEO, Samples.report().symptoms("error 809").build())
                .withDesk(desk -> {
                    assertThat(desk.suggestions(FIRST)).containsExactly(ARTICLE);
                    desk.accept(FIRST, ARTICLE, Samples.ANN);
                })
                .then(moment -> assertThat(moment).incident().isRelatedTo(RelationKind.KNOWLEDGE_ARTICLE, "KB-7"))
                .when(
                        Samples.ANN,
                        LifecycleCommand.Resolve.permanently(
                                new Category("network"), "FIXED", "renewed the certificate"))
                .thenReadBy(
                        Samples.ANN,
                        incident -> assertThat(ArticleDraft.of(incident))
                                .isEqualTo(new ArticleDraft(
                                        "VPN is down", "error 809", null, null, "renewed the certificate")))
                .build()
                .verify(ITIL);
    }

    @Test
    @Tag("C-129")
    void what_a_program_suggests_changes_nothing_until_somebody_accepts_it_and_is_named() {
        Scenario.named("a program suggests")
                .atDesk(desk -> desk.advisors(incident -> List.of(NETWORK), incident -> List.of(ARTICLE)))
                .given(Samples.CLEO, Samples.report().build())
                .withDesk(desk -> assertThat(desk.suggestions(FIRST)).containsExactly(ARTICLE, NETWORK))
                .then(moment -> assertThat(moment.last()).isEmpty())
                .withDesk(desk -> desk.accept(FIRST, NETWORK, Samples.ANN))
                .then(moment -> {
                    assertThat(moment).incident().hasCategory("network");
                    assertThat(moment.last())
                            .singleElement()
                            .satisfies(event -> assertThat(event.meta().cause().answers())
                                    .containsEntry("advisor", "classifier/2026-03 (0.71)"));
                })
                .build()
                .verify(ITIL);
    }

    @Test
    @Tag("C-134")
    void a_program_fills_what_is_not_known_and_overwrites_nothing() {
        Suggestion mail = new Suggestion(new Categorize(new Category("mail")), 0.99, "classifier/2026-04", "new model");

        Scenario.named("two programs")
                .given(Samples.CLEO, Samples.report().build())
                .withDesk(desk -> desk.accept(FIRST, NETWORK, ROBO))
                .then(moment -> assertThat(moment).incident().hasCategory("network"))
                .withDesk(desk -> assertThatThrownBy(() -> desk.accept(FIRST, mail, ROBO))
                        .hasMessageContaining("SUGGESTION_OVERWRITES(category)"))
                .withDesk(desk -> assertThatThrownBy(() -> desk.accept(FIRST, mail, Actor.bot("stranger")))
                        .hasMessageContaining("ACCESS_DENIED"))
                .then(moment -> assertThat(moment).incident().hasCategory("network"))
                .withDesk(desk -> desk.accept(FIRST, mail, Samples.ANN))
                .then(moment -> assertThat(moment).incident().hasCategory("mail"))
                .build()
                .verify(ITIL);
    }

    private static Mail mail(String id, String subject, String... references) {
        return new Mail(id, "cleo@example.org", subject, "Nothing works.", List.of(references), false);
    }

    @Test
    @Tag("C-137")
    void a_mail_begins_an_incident_once_and_its_answer_goes_on_with_it() {
        Scenario.named("mails")
                .received(Samples.CLEO, mail("<1@mail>", "VPN is down"))
                .then(moment -> {
                    assertThat(moment).incident().hasStatus("NEW");
                    assertThat(moment.incident().title().orElseThrow().text()).isEqualTo("VPN is down");
                })
                .received(Samples.CLEO, mail("<1@mail>", "VPN is down"))
                .then(moment -> {
                    assertThat(moment.last()).isEmpty();
                    assertThat(moment.records()).hasSize(1);
                })
                .when(Samples.ANN, new LifecycleCommand.Start(Owner.group("ops")))
                .when(Samples.ANN, new LifecycleCommand.Hold(HoldReason.CALLER, "Which site?", null))
                .withDesk(desk -> new MailDesk(desk).sent("<question@desk>", new IncidentId("ALERT-1")))
                .after(Duration.ofHours(1))
                .received(Samples.CLEO, mail("<2@mail>", "Re: your question", "<question@desk>"))
                .then(moment -> assertThat(moment).incident().hasStatus("IN_PROGRESS"))
                .received(Samples.CLEO, mail("<3@mail>", "The printer burns"))
                .then(moment -> {
                    assertThat(moment).incident().hasStatus("NEW");
                    assertThat(moment.records()).hasSize(2);
                })
                .build()
                .verify(ITIL);
    }

    @Test
    @Tag("C-138")
    void each_channel_asks_for_what_it_can_ask_for() {
        ProcessDefinition channels = itilWith("""
                procedures:
                  fields:
                    portal: {at: REPORT, when: {channel: [PORTAL, MOBILE]}, requires: [category, symptoms]}
                    chatbot: {at: REPORT, when: {channel: CHAT}, requires: [services]}
                """);
        String table = """
                | who | does | at | refused |
                |-----|------|----|---------|
                | cleo (CALLER) | report channel=%s | | %s |
                """;

        holds(channels, table.formatted("PORTAL", "FIELD_REQUIRED(category), FIELD_REQUIRED(symptoms)"));
        holds(channels, table.formatted("MOBILE", "FIELD_REQUIRED(category), FIELD_REQUIRED(symptoms)"));
        holds(channels, table.formatted("CHAT", "FIELD_REQUIRED(services)"));
        holds(channels, table.formatted("PHONE", ""));
    }

    @Test
    @Tag("C-159")
    void what_another_system_sends_twice_is_one_incident_that_it_finds_by_its_own_name() {
        CommandKey key = new CommandKey("jira-7");
        Scenario.named("another system sends twice")
                .withDesk(desk -> {
                    assertThat(desk.report(Samples.report().build(), Samples.CLEO, key)
                                    .repeated())
                            .isFalse();
                    assertThat(desk.report(Samples.report().build(), Samples.CLEO, key)
                                    .repeated())
                            .isTrue();
                })
                .then(moment -> assertThat(moment.records()).hasSize(1))
                .of("ALERT-1")
                .when(Samples.ANN, new Link(new Relation(RelationKind.EXTERNAL, "JIRA-7")))
                .withDesk(desk -> assertThat(desk.store()
                                .find(IncidentQuery.all()
                                        .externalReference("JIRA-7")
                                        .build())
                                .incidents())
                        .extracting(one -> one.incident().value())
                        .containsExactly("ALERT-1"))
                .build()
                .verify(ITIL);
    }
}
