package dev.incidentkit.core.definition;

import static dev.incidentkit.core.definition.Scene.ANN;
import static dev.incidentkit.core.definition.Scene.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.Fact;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Impact;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Priority;
import dev.incidentkit.core.incident.RecordType;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reported;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.Severity;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.TriageEvent;
import dev.incidentkit.core.incident.Urgency;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.incident.WorkEvent;
import dev.incidentkit.core.policy.Decision;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.core.process.FieldRule;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.ResolutionCodes;
import dev.incidentkit.core.process.Taxonomy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Taxonomies, fields that some incidents must have, and what a record is taken for. */
class ClassificationTest {
    /** What has a category has a priority. */
    private static final TriagePolicy BY_CATEGORY = new TriagePolicy() {
        @Override
        public Optional<Decision<Priority>> priority(Incident incident) {
            return incident.category().map(category -> new Decision<>(Priority.P2, category + " is urgent", "1"));
        }

        @Override
        public String version() {
            return "1";
        }
    };

    private static final ProcessDefinition PROCESS = TestDefinitions.PROCESS;
    private static final ProcessDefinition ITIL = ProcessDefinition.itil();

    private static IncidentCommand categorize(String category) {
        return new TriageCommand.Categorize(new Category(category));
    }

    private static IncidentCommand resolve(String category, String code) {
        return LifecycleCommand.Resolve.permanently(new Category(category), code, "restarted");
    }

    @Test
    @Tag("C-13")
    void a_category_is_one_of_the_taxonomy_and_one_that_was_deactivated_is_kept_but_not_given() {
        Scene scene = Scene.reported(PROCESS);
        assertThat(scene.refusal(ANN, categorize("networks"))).containsExactly("CATEGORY_UNKNOWN:category");
        assertThat(scene.refusal(ANN, categorize("fax"))).containsExactly("CATEGORY_INACTIVE:category");
        assertThat(scene.refusal(ANN, categorize("network"))).isEmpty();
        assertThat(Scene.refused(
                        PROCESS, Scene.report().category(new Category("fax")).build()))
                .containsExactly("CATEGORY_INACTIVE:category");

        Taxonomy divided =
                Taxonomy.builder(TestProcedures.TAXONOMY).deactivate("network").build();
        assertThat(divided.entry(new Category("network/dns")))
                .hasValueSatisfying(entry -> assertThat(entry.active()).isFalse());
        assertThat(divided.isDivided(new Category("network"))).isFalse();
    }

    @Test
    @Tag("C-14")
    void a_coarse_category_is_enough_for_a_report_and_a_resolution_takes_a_fine_one() {
        Scene scene = Scene.reported(
                PROCESS, Scene.report().category(new Category("network")).build());

        assertThat(scene.refusal(ANN, resolve("network", "FIXED"))).containsExactly("CATEGORY_TOO_COARSE:category");
        assertThat(scene.refusal(
                        ANN,
                        new LifecycleCommand.Resolve(
                                null, new Resolution("FIXED", PersonalText.of("n"), ResolutionMethod.PERMANENT))))
                .containsExactly("CATEGORY_TOO_COARSE:category");
        assertThat(scene.refusal(ANN, resolve("network/dns", "FIXED"))).isEmpty();
    }

    @Test
    @Tag("C-14")
    void a_table_finds_the_category_of_a_report_that_has_none() {
        Scene scene = Scene.reported(PROCESS, Scene.report().addServices("mail").build());

        assertThat(scene.incident().category()).contains(new Category("mail"));
        assertThat(scene.all(TriageEvent.Categorized.class)
                        .get(0)
                        .meta()
                        .cause()
                        .rule())
                .isEqualTo("mail services");
        assertThat(scene.incident().handling().model()).isEqualTo("mail stuck");
        assertThat(Scene.reported(
                                PROCESS,
                                Scene.report()
                                        .addServices("mail")
                                        .category(new Category("network/dns"))
                                        .build())
                        .incident()
                        .category())
                .contains(new Category("network/dns"));
    }

    @Test
    @Tag("C-14")
    void the_rule_that_classifies_and_the_rule_of_the_priority_are_both_named() {
        ProcessDefinition definition =
                ProcessDefinition.builder(PROCESS).triage(BY_CATEGORY).build();
        Scene scene =
                Scene.reported(definition, Scene.report().addServices("mail").build());

        assertThat(rules(scene)).containsExactly("none", "mail services", "mail is urgent");
        assertThat(scene.incident().priority()).contains(Priority.P2);
        assertThat(new Explainer(definition).priority(scene.incident()).text())
                .contains("P2 was derived", "rule: mail is urgent")
                .doesNotContain("rule: mail services");
    }

    /** What was derived before, by the same rule, is not derived again. */
    @Test
    void a_category_that_changes_no_priority_leaves_its_derivation_alone() {
        Scene scene = Scene.reported(
                PROCESS,
                Scene.report()
                        .addServices("mail")
                        .impact(Impact.HIGH)
                        .urgency(Urgency.LOW)
                        .build());

        assertThat(scene.all(TriageEvent.Triaged.class)).hasSize(1);
        assertThat(scene.all(TriageEvent.Categorized.class)).singleElement().satisfies(event -> {
            assertThat(event.meta().cause().rule()).isEqualTo("mail services");
            assertThat(event.priority()).isNull();
        });
    }

    /** Of each event that a rule of triage or classification decided, which; "none" of others. */
    private static List<String> rules(Scene scene) {
        return scene.events().stream()
                .filter(event -> event instanceof Reported || event instanceof TriageEvent)
                .map(event -> event.meta().cause().rule() == null
                        ? "none"
                        : event.meta().cause().rule())
                .toList();
    }

    @Test
    @Tag("C-10")
    @Tag("C-11")
    void two_taxonomies_are_ready_and_their_categories_can_be_given() {
        assertThat(Taxonomy.budibase8().entries()).hasSize(8).allMatch(Taxonomy.Entry::active);
        assertThat(Taxonomy.deskera6().entries()).hasSize(6).allMatch(Taxonomy.Entry::active);
        assertThat(Taxonomy.budibase8().name()).isEqualTo("budibase-8");
        ProcessDefinition definition = ProcessDefinition.builder(ITIL)
                .procedures(Procedures.builder().taxonomy(Taxonomy.deskera6()).build())
                .build();

        Scene scene = Scene.reported(definition);
        assertThat(scene.refusal(ANN, categorize("human-error"))).isEmpty();
        assertThat(scene.refusal(ANN, categorize("data-loss"))).containsExactly("CATEGORY_UNKNOWN:category");
    }

    @Test
    @Tag("C-13")
    void a_taxonomy_that_contradicts_itself_is_refused_with_all_findings() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Taxonomy.builder("bad")
                        .category("a/b", "Something.")
                        .category("a", " ")
                        .category("a", "Twice.")
                        .deactivate("z")
                        .build())
                .satisfies(refusal -> assertThat(refusal.findings())
                        .containsExactly(
                                "category 'a/b' has none above it",
                                "category 'a' does not say what belongs there",
                                "category 'a' is there twice",
                                "category 'z' cannot be deactivated, because there is none"));
    }

    @Test
    @Tag("C-36")
    @Tag("C-120")
    void a_form_depends_on_the_category_and_is_asked_for_with_the_report() {
        Report bare = Scene.report().category(new Category("network/vpn")).build();
        Report full = Scene.report()
                .category(new Category("network/vpn"))
                .attributes(Attributes.of("client", AttributeValue.of("7.1")))
                .build();

        assertThat(Scene.refused(PROCESS, bare)).containsExactly("FIELD_REQUIRED:attribute:client");
        assertThat(Scene.refused(PROCESS, full)).isEmpty();
        assertThat(Scene.refused(
                        PROCESS, Scene.report().category(new Category("mail")).build()))
                .isEmpty();
    }

    @Test
    @Tag("C-138")
    void a_channel_has_a_form_of_its_own() {
        ProcessDefinition definition = ProcessDefinition.builder(ITIL)
                .procedures(Procedures.builder()
                        .addFields(
                                new FieldRule(
                                        "portal",
                                        Action.REPORT,
                                        Condition.oneOf(Fact.BuiltIn.CHANNEL, "PORTAL", "MOBILE"),
                                        List.of(Field.BuiltIn.CATEGORY, Field.BuiltIn.SYMPTOMS)),
                                new FieldRule(
                                        "chatbot",
                                        Action.REPORT,
                                        Condition.oneOf(Fact.BuiltIn.CHANNEL, "CHAT"),
                                        List.of(Field.BuiltIn.SERVICES)))
                        .build())
                .build();

        assertThat(Scene.refused(definition, by(Channel.PORTAL)))
                .containsExactly("FIELD_REQUIRED:category", "FIELD_REQUIRED:symptoms");
        assertThat(Scene.refused(definition, by(Channel.CHAT))).containsExactly("FIELD_REQUIRED:services");
        assertThat(Scene.refused(definition, by(Channel.PHONE))).isEmpty();
    }

    private static Report by(Channel channel) {
        return Report.of("VPN is down", Reporter.person("cleo"), channel).build();
    }

    @Test
    @Tag("C-23")
    void symptoms_are_a_field_of_their_own_that_a_form_may_ask_for() {
        ProcessDefinition definition = ProcessDefinition.builder(ITIL)
                .procedures(Procedures.builder()
                        .addFields(new FieldRule(
                                "symptoms", Action.RESOLVE, Condition.ALWAYS, List.of(Field.BuiltIn.SYMPTOMS)))
                        .build())
                .build();

        assertThat(Scene.reported(definition).refusal(ANN, resolve("mail", "FIXED")))
                .containsExactly("FIELD_REQUIRED:symptoms");
        assertThat(Scene.reported(
                                definition,
                                Scene.report().symptoms("a red light").build())
                        .refusal(ANN, resolve("mail", "FIXED")))
                .isEmpty();
    }

    @Test
    @Tag("C-26")
    void what_was_done_before_the_report_is_the_first_note() {
        Scene scene = Scene.reported(
                ITIL, Scene.report().firstActions("switched it off and on").build());

        assertThat(scene.all(WorkEvent.Noted.class)).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo(PersonalText.of("switched it off and on"));
            assertThat(note.visibility()).isEqualTo(Visibility.INTERNAL);
        });
    }

    @Test
    @Tag("C-151")
    void a_stage_refuses_what_is_incomplete_and_completeness_is_a_number() {
        Scene scene = Scene.reported(
                PROCESS,
                Scene.report()
                        .addServices("vpn")
                        .category(new Category("network/dns"))
                        .build());
        assertThat(PROCESS.procedures().completeness(scene.incident())).isEqualTo(1.0);
        scene.then(ANN, new WorkCommand.Amend(null, null, Set.of(), null, Attributes.none(), Set.of()));

        assertThat(PROCESS.procedures().completeness(scene.incident())).isEqualTo(0.5);
        assertThat(scene.refusal(BEN, new LifecycleCommand.Start(null))).containsExactly("FIELD_REQUIRED:services");
        assertThat(ITIL.procedures().completeness(scene.incident())).isEqualTo(1.0);
        assertThat(scene.incident().severity()).contains(Severity.SEV2);
    }

    @Test
    @Tag("C-50")
    void a_resolution_has_a_code_of_the_list() {
        ProcessDefinition definition = ProcessDefinition.builder(ITIL)
                .procedures(Procedures.builder()
                        .resolutionCodes(ResolutionCodes.COMMON)
                        .build())
                .build();
        Scene scene = Scene.reported(definition);

        assertThat(scene.refusal(ANN, resolve("mail", "MAGIC")))
                .containsExactly("RESOLUTION_CODE_UNKNOWN:resolutionCode");
        assertThat(scene.refusal(ANN, resolve("mail", "ROLLBACK"))).isEmpty();
    }

    @Test
    @Tag("C-47")
    void a_ticket_that_was_flagged_is_judged_before_work_begins() {
        Scene scene = Scene.reported(
                        ITIL, Scene.report().type(RecordType.POTENTIAL_INCIDENT).build())
                .then(ANN, new WorkCommand.Link(new Relation(RelationKind.EXTERNAL, "TICKET-7")));
        assertThat(scene.refusal(ANN, new LifecycleCommand.Start(Owner.group("network"))))
                .containsExactly("TYPE_UNDECIDED");
        assertThat(scene.refusal(ANN, resolve("mail", "FIXED"))).containsExactly("TYPE_UNDECIDED");

        scene.then(ANN, new TriageCommand.Reclassify(RecordType.INCIDENT, "three more called"));
        assertThat(scene.refusal(ANN, new LifecycleCommand.Start(Owner.group("network"))))
                .isEmpty();
        assertThat(scene.all(TriageEvent.Reclassified.class)).singleElement().satisfies(event -> {
            assertThat(event.from()).isEqualTo(RecordType.POTENTIAL_INCIDENT);
            assertThat(event.reason()).isEqualTo(PersonalText.of("three more called"));
        });
        assertThat(scene.then(ANN, new TriageCommand.Reclassify(RecordType.INCIDENT, "again"))
                        .last())
                .isEmpty();
    }

    @Test
    @Tag("C-02")
    void a_service_request_behind_an_incident_cancels_it_and_the_history_stays() {
        Scene scene = Scene.reported(ITIL)
                .then(ANN, new WorkCommand.Link(new Relation(RelationKind.SERVICE_REQUEST, "REQ-1")))
                .then(ANN, LifecycleCommand.Cancel.because(CancelReason.SERVICE_REQUEST));

        assertThat(scene.incident().phase()).isEqualTo(Phase.CANCELLED);
        assertThat(scene.incident().relations()).hasSize(1);
        assertThat(scene.events()).hasSize(3);
    }

    @Test
    @Tag("C-04")
    void conditions_can_ask_what_a_record_is_taken_for_and_which_model_holds() {
        Scene nearMiss =
                Scene.reported(ITIL, Scene.report().type(RecordType.NEAR_MISS).build());
        assertThat(Condition.oneOf(Fact.BuiltIn.RECORD_TYPE, "NEAR_MISS")
                        .holds(nearMiss.incident().facts()))
                .isTrue();
        assertThat(Condition.has(Fact.BuiltIn.MODEL).holds(nearMiss.incident().facts()))
                .isFalse();
    }
}
