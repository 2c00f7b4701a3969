package dev.incidentkit.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.AdoptedTicket;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.ClosureTrigger;
import dev.incidentkit.core.incident.Condition;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentEvent;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.LifecycleEvent;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationEvent;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import dev.incidentkit.core.incident.WorkEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each step of a parent asks of its children, exactly. */
class CascadesTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor ANN = Actor.agent("ann");
    private static final EventMeta META = EventMeta.at(AT, ANN);
    private static final PersonalText TEXT = PersonalText.of("as it is");
    private static final Resolution RESOLUTION = new Resolution("FIXED", TEXT, ResolutionMethod.PERMANENT);

    private static final List<CascadeRule> ALL_STEPS = CascadeRule.STEPS.stream()
            .map(step -> CascadeRule.same("all " + step, step))
            .toList();

    private static Cascades over(List<CascadeRule> rules) {
        return new Cascades(Procedures.builder().cascades(rules).build());
    }

    private static Incident parent(String... children) {
        Incident parent = Incident.adopted(
                new IncidentId("P"),
                "definition",
                AdoptedTicket.of(Status.IN_PROGRESS, AT).build(),
                AT);
        for (String child : children) {
            parent = parent.apply(new WorkEvent.Linked(META, new Relation(RelationKind.CHILD, child)));
        }
        return parent;
    }

    /** What the children are to do after a step of the parent; the events as a definition would write them. */
    private static IncidentCommand asked(List<CascadeRule> rules, IncidentEvent step) {
        Cascades cascades = over(rules);
        Incident after = parent("A", "B").apply(step);
        List<IncidentEvent> asked = cascades.asked(after, List.of(step));
        assertThat(asked).hasSize(1);
        Incident written = after.applyAll(asked);
        return cascades.command(written, written.version());
    }

    @Test
    void each_step_asks_for_the_same_step_with_its_reason_and_resolution() {
        Instant later = AT.plusSeconds(3_600);
        assertThat(asked(ALL_STEPS, new LifecycleEvent.Started(META, Status.IN_PROGRESS)))
                .isEqualTo(new LifecycleCommand.Start(null));
        assertThat(asked(ALL_STEPS, new LifecycleEvent.Held(META, Status.ON_HOLD, HoldReason.VENDOR, TEXT, later)))
                .isEqualTo(new LifecycleCommand.Hold(HoldReason.VENDOR, "as it is", later));
        assertThat(asked(ALL_STEPS, new LifecycleEvent.Resumed(META, Status.IN_PROGRESS, ResumeTrigger.MANUAL)))
                .isEqualTo(new LifecycleCommand.Resume(ResumeTrigger.MANUAL));
        assertThat(asked(ALL_STEPS, new LifecycleEvent.Resolved(META, Status.RESOLVED, null, RESOLUTION)))
                .isEqualTo(new LifecycleCommand.Resolve(null, RESOLUTION));
        assertThat(asked(ALL_STEPS, new LifecycleEvent.Reopened(META, Status.IN_PROGRESS, TEXT)))
                .isEqualTo(new LifecycleCommand.Reopen("as it is"));
        assertThat(asked(ALL_STEPS, new LifecycleEvent.Rejected(META, Status.IN_PROGRESS, TEXT)))
                .isEqualTo(new LifecycleCommand.Reopen("as it is"));
        assertThat(asked(ALL_STEPS, new LifecycleEvent.Closed(META, Status.CLOSED, ClosureTrigger.DESK)))
                .isEqualTo(new LifecycleCommand.Close());
        assertThat(asked(
                        ALL_STEPS,
                        new LifecycleEvent.Cancelled(META, Status.CANCELLED, CancelReason.WITHDRAWN, null, TEXT)))
                .isEqualTo(new LifecycleCommand.Cancel(CancelReason.WITHDRAWN, null, "as it is"));
    }

    @Test
    void a_rule_of_notes_asks_for_a_note_that_names_parent_and_step() {
        CascadeRule note =
                new CascadeRule("told", Action.RESOLVE, CascadeEffect.NOTE, Set.of(), Set.of(), Condition.ALWAYS);

        assertThat(asked(List.of(note), new LifecycleEvent.Resolved(META, Status.RESOLVED, null, RESOLUTION)))
                .isEqualTo(new WorkCommand.Note("Parent incident P: RESOLVE", Visibility.INTERNAL));
    }

    @Test
    void what_is_asked_names_rule_step_children_and_whoever_took_the_step() {
        IncidentEvent step = new LifecycleEvent.Started(META, Status.IN_PROGRESS);
        Procedures procedures =
                Procedures.builder().cascades(CascadeRule.itil()).build();

        List<IncidentEvent> asked =
                new Cascades(procedures).asked(parent("A", "B").apply(step), List.of(step));

        assertThat(asked).singleElement().satisfies(event -> {
            RelationEvent.CascadeAsked ask = (RelationEvent.CascadeAsked) event;
            assertThat(ask.rule()).isEqualTo("start");
            assertThat(ask.action()).isEqualTo(Action.START);
            assertThat(ask.children()).containsExactly(new IncidentId("A"), new IncidentId("B"));
            assertThat(ask.meta().actor()).isEqualTo(ANN);
            assertThat(ask.meta().cause().trigger()).isEqualTo("cascade");
            assertThat(ask.meta().cause().configuration()).isEqualTo(procedures.hash());
        });
    }

    @Test
    void reasons_and_roles_that_are_excepted_ask_for_nothing_and_later_rules_count_then() {
        CascadeRule note =
                new CascadeRule("told", Action.HOLD, CascadeEffect.NOTE, Set.of(), Set.of(), Condition.ALWAYS);
        List<CascadeRule> rules = new java.util.ArrayList<>(CascadeRule.itil());
        rules.add(note);
        IncidentEvent forCaller = new LifecycleEvent.Held(META, Status.ON_HOLD, HoldReason.CALLER, TEXT, null);
        IncidentEvent byCaller = new LifecycleEvent.Reopened(
                EventMeta.at(AT, Actor.human("cleo", Role.CALLER)), Status.IN_PROGRESS, TEXT);

        assertThat(over(CascadeRule.itil()).asked(parent("A").apply(forCaller), List.of(forCaller)))
                .isEmpty();
        assertThat(over(CascadeRule.itil()).asked(parent("A").apply(byCaller), List.of(byCaller)))
                .isEmpty();
        assertThat(asked(rules, forCaller)).isInstanceOf(WorkCommand.Note.class);
    }

    @Test
    void without_children_without_rules_or_without_a_step_nothing_is_asked() {
        IncidentEvent step = new LifecycleEvent.Started(META, Status.IN_PROGRESS);
        IncidentEvent note = new WorkEvent.Noted(META, TEXT, Visibility.INTERNAL);

        assertThat(over(ALL_STEPS).asked(parent().apply(step), List.of(step))).isEmpty();
        assertThat(over(List.of()).asked(parent("A").apply(step), List.of(step)))
                .isEmpty();
        assertThat(over(ALL_STEPS).asked(parent("A").apply(note), List.of(note)))
                .isEmpty();
    }

    @Test
    void a_command_is_made_of_a_record_that_asks_and_of_no_other() {
        IncidentEvent step = new LifecycleEvent.Started(META, Status.IN_PROGRESS);
        Incident after = parent("A").apply(step);
        Incident asked = after.applyAll(over(ALL_STEPS).asked(after, List.of(step)));

        assertThatThrownBy(() -> over(ALL_STEPS).command(asked, 0)).hasMessageContaining("Event 0 of incident P");
        assertThatThrownBy(() -> over(ALL_STEPS).command(asked, asked.version() - 1))
                .hasMessageContaining("asks for no cascade");
        assertThatThrownBy(() -> over(List.of()).command(asked, asked.version()))
                .hasMessageContaining("no cascade rule 'all START'");
        IncidentEvent alone = new RelationEvent.CascadeAsked(META, "all CLOSE", Action.CLOSE, List.of());
        Incident odd = parent("A").apply(alone);
        assertThatThrownBy(() -> over(ALL_STEPS).command(odd, odd.version())).hasMessageContaining("follows no CLOSE");
    }

    @Test
    void a_rule_is_about_a_step_that_children_can_take() {
        assertThat(CascadeRule.STEPS)
                .extracting(Action::name)
                .containsExactlyInAnyOrder("START", "HOLD", "RESUME", "RESOLVE", "REOPEN", "CLOSE", "CANCEL");
        assertThatThrownBy(() -> CascadeRule.same("note", Action.NOTE))
                .hasMessageContaining("Cascade rule 'note'")
                .hasMessageContaining("but about NOTE");
        assertThatThrownBy(() -> CascadeRule.same(" ", Action.START)).hasMessageContaining("cascade rule");
        assertThat(new CascadeRule(
                                "r",
                                Action.HOLD,
                                CascadeEffect.NOTE,
                                Set.of("B", "A"),
                                Set.of(Role.SUPPLIER, Role.CALLER),
                                Condition.ALWAYS)
                        .toString())
                .contains("exceptReasons=[A, B]", "exceptRoles=[CALLER,SUPPLIER]");
    }
}
