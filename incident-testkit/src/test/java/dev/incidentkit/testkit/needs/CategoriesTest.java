package dev.incidentkit.testkit.needs;

import static dev.incidentkit.testkit.needs.Written.ITIL;
import static dev.incidentkit.testkit.needs.Written.holds;
import static dev.incidentkit.testkit.needs.Written.itilWith;
import static dev.incidentkit.testkit.needs.Written.preset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.metrics.DefinitionLint;
import dev.incidentkit.metrics.LintFinding;
import dev.incidentkit.testkit.Moment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Taxonomies, and what a category decides. */
class CategoriesTest {
    @Test
    @Tag("C-10")
    void each_of_the_eight_types_can_be_given_and_nothing_else() {
        holds(preset("budibase-7"), """
                | who | does | at | category | refused |
                |-----|------|----|----------|---------|
                | cleo (CALLER) | report category=hardware | | hardware | |
                | ann | categorize category=software | | software | |
                | ann | categorize category=data-loss | | data-loss | |
                | ann | categorize category=unauthorized-access | | unauthorized-access | |
                | ann | categorize category=denial-of-service | | denial-of-service | |
                | ann | categorize category=service-interruption | | service-interruption | |
                | ann | categorize category=malfunction | | malfunction | |
                | ann | categorize category=physical | | physical | |
                | ann | categorize category=human-error | | physical | CATEGORY_UNKNOWN(category) |
                """);
    }

    @Test
    @Tag("C-11")
    void each_of_the_six_types_can_be_given_and_nothing_else() {
        holds(preset("deskera-7"), """
                | who | does | at | category | refused |
                |-----|------|----|----------|---------|
                | cleo (CALLER) | report category=hardware-failure | | hardware-failure | |
                | ann | categorize category=software-error | | software-error | |
                | ann | categorize category=network-outage | | network-outage | |
                | ann | categorize category=security-breach | | security-breach | |
                | ann | categorize category=human-error | | human-error | |
                | ann | categorize category=performance-degradation | | performance-degradation | |
                | ann | categorize category=physical | | performance-degradation | CATEGORY_UNKNOWN(category) |
                """);
    }

    @Test
    @Tag("C-12")
    void the_everyday_examples_have_a_place_and_those_that_recur_a_model() {
        holds(preset("bleuwire-7"), """
                | incident | who | does | at | model | tasks | deadlines | refused |
                |----------|-----|------|----|-------|-------|-----------|---------|
                | INC-1 | cleo (CALLER) | report category=access | | cannot log in | look at the account OPEN, let the user try again OPEN | TASK look at the account 2026-03-02T09:15:00Z | |
                | INC-2 | cleo | report category=network | | slow network | measure OPEN, take the load away OPEN | TASK measure 2026-03-02T09:30:00Z | |
                | INC-3 | cleo | report category=system | | none | none | none | |
                | INC-4 | cleo | report category=security | | none | none | none | |
                | | ann | categorize category=coffee | | none | | | CATEGORY_UNKNOWN(category) |
                """);
    }

    @Test
    @Tag("C-13")
    void a_subcategory_belongs_to_a_category_and_what_was_deactivated_is_known_but_not_given() {
        holds(itilWith("""
                        procedures:
                          taxonomy:
                            name: own
                            categories:
                              network: Places cannot reach each other.
                              network/dns: Names are not found.
                              fax: Sheets do not arrive.
                              fax/colour: Sheets arrive grey.
                            deactivated: fax
                          fields:
                            where: {at: START, when: {category: network}, requires: services}
                        """), """
                | who | does | at | category | refused |
                |-----|------|----|----------|---------|
                | cleo (CALLER) | report | | none | |
                | ann | categorize category=fax | | none | CATEGORY_INACTIVE(category) |
                | ann | categorize category=fax/colour | | none | CATEGORY_INACTIVE(category) |
                | ann | categorize category=network/vpn | | none | CATEGORY_UNKNOWN(category) |
                | ann | categorize category=network/dns | | network/dns | |
                | ann | start owner=ops | | | FIELD_REQUIRED(services) |
                """);
    }

    @Test
    @Tag("C-14")
    void criteria_find_a_coarse_category_and_the_desk_settles_a_fine_one() {
        holds(itilWith("""
                        procedures:
                          taxonomy:
                            name: own
                            categories: {mail: Mail does not arrive., mail/smtp: It is not sent., mail/imap: It is not shown.}
                          classification: [{id: mail services, when: {service: mail}, gives: mail}]
                        """), """
                | who | does | at | category | status | events | refused |
                |-----|------|----|----------|--------|--------|---------|
                | cleo (CALLER) | report services=mail | | mail | NEW | Reported, Categorized | |
                | ann | resolve code=FIXED note=ok | | mail | NEW | | CATEGORY_TOO_COARSE(category) |
                | ann | categorize category=mail/smtp | | mail/smtp | NEW | Categorized | |
                | ann | resolve code=FIXED note=ok | | mail/smtp | RESOLVED | Resolved | |
                """);
    }

    @Test
    @Tag("C-15")
    void too_many_incidents_of_a_category_that_says_nothing_are_found() {
        String four = """
                | incident | who | does | at | category |
                |----------|-----|------|----|----------|
                | INC-1 | cleo (CALLER) | report category=mail | | mail |
                | INC-2 | cleo | report category=network | | network |
                | INC-3 | cleo | report category=network/dns | | network/dns |
                | INC-4 | cleo | report category=%s | | %1$s |
                """;
        assertThat(lint(holds(ITIL, four.formatted("other")))).contains(LintFinding.Kind.OTHER_SHARE);
        assertThat(lint(holds(ITIL, four.formatted("disk")))).doesNotContain(LintFinding.Kind.OTHER_SHARE);
    }

    private static Iterable<LintFinding.Kind> lint(Moment end) {
        DefinitionLint lint = new DefinitionLint(end.definition(), end.at());
        end.records().forEach(record -> lint.add(Incident.replay(record)));
        return lint.findings().stream().map(LintFinding::kind).toList();
    }

    @Test
    @Tag("C-16")
    void what_the_diagnosis_finds_brings_another_priority_another_deadline_and_a_model() {
        holds(itilWith("""
                        triage:
                          markdown: |
                            ## triage : first

                            | id | category | -> newPriority |
                            |----|----------|----------------|
                            | T1 | security | P1             |
                            | T9 | -        | P4             |
                        procedures:
                          modelSelection: [{id: breach, when: {category: security}, gives: breach}]
                          plans: [{name: breach, tasks: {isolate: {within: 1h}}}]
                        """), """
                | who | does | at | priority | model | tasks | RESOLUTION |
                |-----|------|----|----------|-------|-------|------------|
                | cleo (CALLER) | report category=network | | P4 | none | none | due 2026-03-06T17:00:00Z |
                | ann | start owner=ops | +10m | P4 | none | none | |
                | ann | categorize category=security | +50m | P1 | breach | isolate OPEN | due 2026-03-02T13:00:00Z |
                """);
    }

    @Test
    @Tag("C-17")
    void the_more_suffer_the_sooner_it_must_be_over() {
        holds(itilWith("""
                        triage:
                          markdown: |
                            ## triage : first

                            | id | affectedUsers | -> newPriority |
                            |----|---------------|----------------|
                            | T1 | >= 1000       | P1             |
                            | T2 | >= 50         | P2             |
                            | T9 | -             | P4             |
                        """), """
                | who | does | at | priority | RESOLUTION |
                |-----|------|----|----------|------------|
                | cleo (CALLER) | report users=49 | | P4 | |
                | ann | amend users=50 | | P2 | due 2026-03-02T17:00:00Z |
                | ann | amend users=1000 | | P1 | due 2026-03-02T13:00:00Z |
                """);
    }
}
