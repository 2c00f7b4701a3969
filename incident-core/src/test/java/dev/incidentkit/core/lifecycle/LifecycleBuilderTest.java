package dev.incidentkit.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Field;
import dev.incidentkit.core.incident.Phase;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LifecycleBuilderTest {
    private static final Action POLISH = new Action("POLISH");
    private static final Status LIMBO = new Status("LIMBO", Phase.ACTIVE);
    private static final Guard NEVER = new Guard("never", "1", (incident, context) -> List.of());

    private static void refused(LifecycleBuilder builder, String... findings) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(builder::build)
                .satisfies(refusal -> assertThat(refusal.findings()).containsExactly(findings));
    }

    @Test
    void every_contradiction_is_told_at_once() {
        refused(
                Lifecycle.builder("broken")
                        .statuses(Status.NEW, Status.NEW)
                        .transition(POLISH, step -> step.from(LIMBO).to(Status.NEW))
                        .transition(
                                POLISH,
                                step -> step.from(Status.NEW).to(Status.NEW).to(Status.NEW))
                        .transition(POLISH, step -> step.from(Status.NEW).toWhen(Status.NEW))
                        .readOnly(LIMBO, Field.BuiltIn.TITLE)
                        .checklist(" ", "x".repeat(101)),
                "status NEW is declared twice",
                "POLISH names the status LIMBO in phase ACTIVE, which is not declared: [NEW]",
                "POLISH to NEW can never be taken: the branch before it is always open",
                "POLISH to NEW has a condition without a guard",
                "no transition begins an incident",
                "POLISH from NEW is declared twice",
                "read-only fields are declared for the unknown status LIMBO",
                "checklist item ' ' must have 1 to 100 characters",
                "checklist item '" + "x".repeat(101) + "' must have 1 to 100 characters");
    }

    @Test
    void an_action_of_a_fixed_meaning_leads_where_it_means() {
        refused(
                Lifecycle.builder(Lifecycle.itil())
                        .statuses(LIMBO)
                        .transition(Action.HOLD, step -> step.from(LIMBO).to(Status.NEW))
                        .transition(Action.NOTE, step -> step.from(LIMBO).to(Status.NEW))
                        .transition(
                                Action.CLOSE,
                                step -> step.from(LIMBO)
                                        .toWhen(Status.CANCELLED, NEVER)
                                        .to(Status.CLOSED)),
                "HOLD leads to NEW in phase NEW, but must lead to one of [ON_HOLD]",
                "NOTE leads to NEW in phase NEW, but must leave the status as it is",
                "CLOSE leads to CANCELLED in phase CANCELLED, but must lead to one of [CLOSED]");
    }

    @Test
    void only_a_report_begins_and_it_meets_no_guards() {
        refused(
                Lifecycle.builder("broken")
                        .statuses(Status.NEW, Status.CLOSED)
                        .transition(Action.REPORT, step -> step.to(Status.NEW).guards(NEVER))
                        .transition(POLISH, step -> step.to(Status.NEW))
                        .transition(Action.CONFIRM, UnaryOperator.identity())
                        .transition(Action.WAKE, step -> step.from(Status.NEW)),
                "CONFIRM begins an incident, but does not say in which status",
                "REPORT begins an incident, so there is nothing that guards could look at: REPORT from [] to [NEW] "
                        + "requires [] roles [] guards [never@1]",
                "POLISH cannot begin an incident, only REPORT can",
                "CONFIRM cannot begin an incident, only REPORT can",
                "WAKE is no step of a lifecycle, and needs no transition");
        refused(
                Lifecycle.builder(Lifecycle.itil())
                        .transition(
                                Action.REPORT, step -> step.from(Status.CLOSED).to(Status.NEW))
                        .transition(Action.REPORT, step -> step.to(Status.NEW)),
                "REPORT begins an incident twice",
                "REPORT begins an incident, and cannot start from [CLOSED]");
    }

    @Test
    void a_resumption_by_date_or_reply_passes_no_guard() {
        refused(
                Lifecycle.builder(Lifecycle.itil())
                        .without(Action.RESUME)
                        .transition(
                                Action.RESUME,
                                step -> step.from(Status.ON_HOLD).to(Status.NEW).guards(NEVER)),
                "RESUME happens by dates and replies too, which give no fields and meet no guards; "
                        + "but it requires [] and guards [never@1]");
    }

    @Test
    void a_name_is_needed() {
        assertThatIllegalArgumentException().isThrownBy(() -> Lifecycle.builder(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> Lifecycle.builder("x".repeat(61)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Guard("g", " ", (incident, context) -> List.of()));
    }

    @Test
    void the_longest_name_and_the_longest_item_are_taken_and_the_last_checklist_counts() {
        Lifecycle lifecycle = Lifecycle.builder("x".repeat(60))
                .statuses(Status.NEW)
                .transition(Action.REPORT, step -> step.to(Status.NEW))
                .checklist("replaced")
                .checklist("y".repeat(100))
                .build();

        assertThat(lifecycle.name()).isEqualTo("x".repeat(60));
        assertThat(lifecycle.checklist()).containsExactly("y".repeat(100));
    }

    @Test
    void a_copy_with_a_change_has_all_the_rest() {
        Lifecycle itil = Lifecycle.itil();
        Lifecycle copy = Lifecycle.builder(itil).build();
        Lifecycle changed = Lifecycle.builder(itil)
                .without(Action.SURVEY)
                .readOnly(Status.CLOSED, Field.BuiltIn.TITLE)
                .readOnly(Status.CLOSED, Field.BuiltIn.OWNER)
                .build();

        assertThat(copy).isEqualTo(itil).hasSameHashCodeAs(itil);
        assertThat(copy.hash()).isEqualTo(itil.hash());
        assertThat(Lifecycle.builder(changed).build().readOnly()).isEqualTo(changed.readOnly());
        assertThat(changed).isNotEqualTo(itil);
        assertThat(changed.actions()).doesNotContain(Action.SURVEY);
        assertThat(changed.transition(Status.CLOSED, Action.SURVEY)).isEmpty();
        assertThat(changed.readOnly()).containsOnlyKeys(Status.CLOSED);
        assertThat(changed.statuses()).isEqualTo(itil.statuses());
        assertThat(changed.cascades()).isEqualTo(itil.cascades());
        assertThat(changed.checklist()).isEqualTo(itil.checklist());
        assertThat(itil.transition(Status.CLOSED, Action.SURVEY)).isPresent();
        assertThat(changed).hasToString("Lifecycle itil [NEW, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED, CANCELLED]");
    }

    /** Incidents are pinned to this hash: if this test fails, stored incidents no longer find their lifecycle. */
    @Test
    void the_hash_of_the_default_is_the_same_on_every_machine() {
        assertThat(Lifecycle.itil().hash())
                .isEqualTo("1c336ec41686b4ef4c7eefae177520d01cca60d7ff259111613301daf9840ef5");
    }

    @Test
    void the_hash_follows_every_part() {
        List<Lifecycle> all = List.of(
                base(step -> step),
                base(step -> step.to(Status.CANCELLED)),
                base(step -> step.requires(Field.BuiltIn.TITLE)),
                base(step -> step.requires(Field.attribute("title"))),
                base(step -> step.requiresFor("X", Field.BuiltIn.TITLE)),
                base(step -> step.roles(Role.CALLER)),
                base(step -> step.roles(Role.CALLER, Role.SYSTEM)),
                base(step -> step.roles(new Role("CALLER, SYSTEM"))),
                base(step -> step.guards(NEVER)),
                base(step -> step.guards(new Guard("never", "2", (incident, context) -> List.of()))),
                base(step -> step.guards(Guards.checklist(List.of("a")))),
                base(step -> step.guards(Guards.checklist(List.of("b")))),
                base(step -> step.toWhen(Status.CANCELLED, NEVER)),
                Lifecycle.builder(base(step -> step)).statuses(LIMBO).build(),
                Lifecycle.builder(base(step -> step)).status("LIMBO", Phase.NEW).build(),
                Lifecycle.builder(base(step -> step)).actions(Action.NOTE).build(),
                Lifecycle.builder(base(step -> step)).cascade(POLISH).build(),
                Lifecycle.builder(base(step -> step)).checklist("a").build(),
                Lifecycle.builder(base(step -> step))
                        .readOnly(Status.NEW, Field.BuiltIn.TITLE)
                        .build(),
                Lifecycle.builder(base(step -> step))
                        .readOnly(Status.NEW, Field.BuiltIn.OWNER)
                        .build());

        Set<String> hashes = new HashSet<>();
        all.forEach(lifecycle -> assertThat(hashes.add(lifecycle.hash())).isTrue());
        assertThat(base(step -> step.roles(Role.SYSTEM, Role.CALLER)).hash())
                .isEqualTo(base(step -> step.roles(Role.CALLER, Role.SYSTEM)).hash());
        assertThat(NEVER).hasToString("never@1").isNotEqualTo(Guards.OWNED);
    }

    private static Lifecycle base(UnaryOperator<TransitionBuilder> change) {
        return Lifecycle.builder("base")
                .statuses(Status.NEW, Status.CANCELLED)
                .transition(Action.REPORT, step -> step.to(Status.NEW))
                .transition(POLISH, step -> change.apply(step.from(Status.NEW)))
                .build();
    }
}
