package dev.incidentkit.testkit;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.TenantId;
import dev.incidentkit.desk.Mail;
import dev.incidentkit.desk.MailDesk;
import dev.incidentkit.desk.ServiceDesk;
import dev.incidentkit.desk.ServiceDeskBuilder;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a scenario says of the {@link ServiceDesk} that it is played at: how the host builds it, who reads there, what comes in
 * by mail, and what no command says. Begin with {@link Scenario#named}. Not safe for use by several threads.
 */
public abstract sealed class DeskWords permits Scenario.Builder {
    private UnaryOperator<ServiceDeskBuilder> desk = UnaryOperator.identity();

    DeskWords() {}

    /** Adds a step that is taken at a desk, says which incident it is then about, and may only look. */
    abstract Scenario.Builder atDesk(BiFunction<? super DeskStage, ? super IncidentId, IncidentId> deed, boolean look);

    abstract Scenario.Builder atDesk();

    /** How the host builds its desk. */
    UnaryOperator<ServiceDeskBuilder> desk() {
        return desk;
    }

    /**
     * Plays the scenario at a desk as the host builds it: with its access policy, its advisors, its filter of messages, its
     * configuration items. Clock, store and identities are those of the scenario.
     *
     * @param built says to the builder what the host's desk has; several are said one after the other
     * @return this
     */
    public Scenario.Builder atDesk(UnaryOperator<ServiceDeskBuilder> built) {
        UnaryOperator<ServiceDeskBuilder> before = desk;
        desk = builder -> built.apply(before.apply(builder));
        return atDesk();
    }

    /**
     * Turns to the incidents of another tenant, who works by the same definition and sees no other tenant's. Incidents
     * that are turned to from here on are that tenant's.
     *
     * @param tenant whose; that of the beginning is {@link TenantId#DEFAULT}
     * @return this
     */
    public Scenario.Builder forTenant(String tenant) {
        return atDesk(
                (stage, incident) -> {
                    stage.turnTo(new TenantId(tenant));
                    return incident;
                },
                false);
    }

    /**
     * Does with the desk, or asks of it, what no command says: queries of its store, bulk, previews, migrations,
     * suggestions.
     *
     * @param deed gets the desk of the tenant that the scenario is about; throws an {@link AssertionError} if something
     *     does not hold
     * @return this
     */
    public Scenario.Builder withDesk(Consumer<? super ServiceDesk> deed) {
        return atDesk(
                (stage, incident) -> {
                    deed.accept(stage.desk());
                    return incident;
                },
                false);
    }

    /**
     * Lets a mail come in, and turns to the incident that it begins or is counted on; where it is left out, it stays about
     * the same. Those that mails begin are named like those that alerts open.
     *
     * @param sender who sent it, as the host knows them
     * @param mail the mail
     * @return this
     */
    public Scenario.Builder received(Actor sender, Mail mail) {
        return atDesk(
                (stage, incident) -> Objects.requireNonNullElse(
                        new MailDesk(stage.desk()).receive(mail, sender).incident(), incident),
                false);
    }

    /**
     * Says what somebody must be able to read of the incident, and what not.
     *
     * @param reader who reads, as far as the access policy of the desk lets them
     * @param check gets the incident as they read it; throws an {@link AssertionError} if something does not hold
     * @return this
     */
    public Scenario.Builder thenReadBy(Actor reader, Consumer<? super Incident> check) {
        return atDesk(
                (stage, incident) -> {
                    check.accept(stage.desk()
                            .load(incident, reader)
                            .orElseThrow(() -> new AssertionError("There is no incident " + incident + " to read")));
                    return incident;
                },
                true);
    }
}
