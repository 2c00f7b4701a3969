package dev.incidentkit.desk;

import static dev.incidentkit.desk.DeskFixture.ANN;
import static dev.incidentkit.desk.DeskFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AssignmentCommand.Escalate;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.IncidentRejectedException;
import dev.incidentkit.core.incident.LifecycleCommand.Cancel;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.TriageCommand.Categorize;
import dev.incidentkit.core.incident.TriageCommand.OverridePriority;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.WorkCommand.Link;
import dev.incidentkit.core.policy.Advisor;
import dev.incidentkit.core.policy.Suggestion;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Programs suggest; people, or programs where nothing is known yet, accept. */
class AdviceTest {
    private static final Actor ROBO = Actor.bot("robo", Role.RESOLVER);
    private static final Suggestion NETWORK =
            new Suggestion(new Categorize(new Category("network")), 0.71, "classifier/2026-03", "like 40 others");
    private static final Suggestion ARTICLE = new Suggestion(
            new Link(new Relation(RelationKind.KNOWLEDGE_ARTICLE, "KB-7")), 0.93, "wiki-search/4", "same error text");

    private final DeskFixture fixture = new DeskFixture();

    private ServiceDesk desk(Advisor... advisors) {
        return ServiceDesk.builder(fixture.store, fixture.desk.definition())
                .clock(fixture.clock)
                .advisors(advisors)
                .build();
    }

    private static List<String> refused(Runnable command) {
        try {
            command.run();
            return List.of();
        } catch (IncidentRejectedException e) {
            return e.unmet().stream().map(Unmet::toString).toList();
        }
    }

    private IncidentEvent last(IncidentId id) {
        List<IncidentEvent> events = fixture.desk.events(id);
        return events.get(events.size() - 1);
    }

    @Test
    @Tag("C-129")
    void suggestions_change_nothing_and_the_surest_comes_first() {
        IncidentId id = fixture.reported();
        ServiceDesk desk = desk(incident -> List.of(NETWORK), incident -> List.of(ARTICLE));
        long version = desk.load(id).orElseThrow().version();

        assertThat(desk.suggestions(id)).containsExactly(ARTICLE, NETWORK);
        assertThat(desk.load(id).orElseThrow().version()).isEqualTo(version);
        assertThat(desk.suggestions(new IncidentId("none"))).isEmpty();
    }

    @Test
    @Tag("C-129")
    void what_is_accepted_names_who_accepted_it_and_whose_suggestion_it_was() {
        IncidentId id = fixture.reported();

        desk().accept(id, NETWORK, ANN);

        assertThat(fixture.desk.load(id).orElseThrow().category()).contains(new Category("network"));
        assertThat(last(id).meta().actor()).isEqualTo(ANN);
        assertThat(last(id).meta().cause().answers()).containsEntry("advisor", "classifier/2026-03 (0.71)");
    }

    @Test
    @Tag("C-134")
    void a_program_fills_what_is_not_known_and_never_overwrites_what_is() {
        IncidentId id = fixture.reported();
        ServiceDesk desk = desk();
        Suggestion mail = new Suggestion(new Categorize(new Category("mail")), 0.99, "classifier/2026-04", "new model");
        Suggestion higher = new Suggestion(
                new OverridePriority(Priority.P1, "predicted to spread", null),
                0.8,
                "forecast/1",
                "three sites so far");

        desk.accept(id, NETWORK, ROBO);

        assertThat(refused(() -> desk.accept(id, mail, ROBO)))
                .containsExactly(
                        "SUGGESTION_OVERWRITES(category): category is known; only people put a suggestion in its"
                                + " place, but robo is BOT");
        assertThat(refused(() -> desk.accept(id, higher, ROBO)))
                .singleElement()
                .asString()
                .contains("priority");
        assertThat(fixture.desk.load(id).orElseThrow().category()).contains(new Category("network"));
        desk.accept(id, mail, ANN);
        assertThat(fixture.desk.load(id).orElseThrow().category()).contains(new Category("mail"));
    }

    @Test
    @Tag("C-134")
    void what_a_program_may_not_do_it_may_not_do_by_a_suggestion_either() {
        IncidentId id = fixture.reported();
        Suggestion escalate = new Suggestion(
                new Escalate(EscalationKind.FUNCTIONAL, "network", "beyond the desk"),
                0.6,
                "forecast/1",
                "slow so far");

        assertThat(refused(() -> desk().accept(id, escalate, Actor.bot("stranger"))))
                .singleElement()
                .asString()
                .contains("ACCESS_DENIED");
        desk().accept(id, escalate, ROBO);
        assertThat(fixture.desk.load(id).orElseThrow().escalations()).isEqualTo(1);
    }

    @Test
    void an_advisor_that_fails_leaves_the_others() {
        IncidentId id = fixture.reported();
        Advisor broken = incident -> {
            throw new IllegalStateException("model is loading");
        };

        assertThat(desk(broken, incident -> List.of(NETWORK)).suggestions(id)).containsExactly(NETWORK);
    }

    @Test
    void a_suggestion_without_bounds_is_refused() {
        assertThatThrownBy(() -> new Suggestion(new Categorize(new Category("a")), Double.NaN, "s", "b"))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Suggestion(new Categorize(new Category("a")), 1.01, "s", "b"))
                .hasMessageContaining("1.01");
        assertThatThrownBy(() -> new Suggestion(new Categorize(new Category("a")), 1, " ", "b"))
                .hasMessageContaining("source");
        assertThatThrownBy(() -> new Suggestion(new Categorize(new Category("a")), 1, "s", "x".repeat(501)))
                .hasMessageContaining("reason");
    }

    @Test
    @Tag("C-126")
    void an_article_that_helps_is_suggested_and_linked() {
        IncidentId id = fixture.reported();

        desk().accept(id, ARTICLE, ANN);

        assertThat(fixture.desk.load(id).orElseThrow().relations())
                .contains(new Relation(RelationKind.KNOWLEDGE_ARTICLE, "KB-7"));
    }

    private IncidentId reported(String title, String category, String... services) {
        return fixture.desk
                .report(
                        Report.of(title, Reporter.person("Bob"), Channel.PHONE)
                                .category(new Category(category))
                                .addServices(services)
                                .build(),
                        BOB)
                .incident();
    }

    @Test
    @Tag("C-58")
    void incidents_that_look_alike_are_found_the_likest_first_and_linked_at_both_ends() {
        IncidentId same = reported("VPN tunnel is down", "network/vpn", "vpn");
        IncidentId near = reported("Names are slow", "network/dns", "vpn", "dns");
        IncidentId withdrawn = reported("VPN tunnel is down", "network/vpn", "vpn");
        fixture.desk.handle(withdrawn, new Cancel(CancelReason.WITHDRAWN, null, null), ANN);
        reported("The lift stands", "building/lift", "lift");
        IncidentId id = reported("VPN tunnel is down", "network/vpn", "vpn");
        ServiceDesk desk = desk(new SimilarIncidents(fixture.store, 0.2, 5));

        List<Suggestion> found = desk.suggestions(id);

        assertThat(found)
                .extracting(
                        suggestion -> ((Link) suggestion.command()).relation().target())
                .containsExactly(same.value(), near.value());
        assertThat(found.get(0).confidence()).isEqualTo(1.0, org.assertj.core.data.Offset.offset(1e-9));
        // of services 1 of 2 is shared, the category has the same beginning, of the words none is
        assertThat(found.get(1).confidence()).isEqualTo(0.4 / 2 + 0.15, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(found.get(1).because()).startsWith(near + " is NEW; of 0.35 count services 0.20, category 0.15");

        desk.accept(id, found.get(0), ANN);
        assertThat(fixture.desk.load(same).orElseThrow().relations())
                .containsExactly(new Relation(RelationKind.SIMILAR_TO, id.value()));
        assertThat(desk.suggestions(id))
                .extracting(
                        suggestion -> ((Link) suggestion.command()).relation().target())
                .containsExactly(near.value());
    }

    @Test
    void as_many_alike_are_suggested_as_were_asked_for_and_none_below_the_threshold() {
        for (int i = 0; i < 4; i++) {
            reported("VPN tunnel is down", "network/vpn", "vpn");
        }
        IncidentId id = reported("VPN tunnel is down", "network/vpn", "vpn");
        IncidentId far = reported("Names are slow", "network/dns", "vpn", "dns");

        assertThat(desk(new SimilarIncidents(fixture.store, 0.9, 3)).suggestions(id))
                .hasSize(3);
        assertThat(desk(new SimilarIncidents(fixture.store, 0.9, 3)).suggestions(far))
                .isEmpty();
        assertThatThrownBy(() -> new SimilarIncidents(fixture.store, 0, 3)).hasMessageContaining("0.0 of 3");
    }
}
