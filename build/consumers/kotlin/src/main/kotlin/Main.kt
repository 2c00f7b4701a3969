package consumer

import dev.incidentkit.core.definition.ProcessDefinition
import dev.incidentkit.core.incident.Actor
import dev.incidentkit.core.incident.Channel
import dev.incidentkit.core.incident.Impact
import dev.incidentkit.core.incident.Incident
import dev.incidentkit.core.incident.IncidentRejectedException
import dev.incidentkit.core.incident.LifecycleCommand
import dev.incidentkit.core.incident.LifecycleEvent
import dev.incidentkit.core.incident.Owner
import dev.incidentkit.core.incident.Priority
import dev.incidentkit.core.incident.Report
import dev.incidentkit.core.incident.Reporter
import dev.incidentkit.core.incident.Urgency
import dev.incidentkit.desk.NotificationFilter
import dev.incidentkit.desk.OutboxRunner
import dev.incidentkit.desk.ServiceDesk
import dev.incidentkit.store.InMemoryIncidentStore
import kotlin.jvm.optionals.getOrNull

/** Uses the library as a host in Kotlin does, and fails when it answers wrongly. */
fun main() {
    val desk = ServiceDesk.builder(InMemoryIncidentStore(), ProcessDefinition.itil())
        .notifications(NotificationFilter.standard())
        .build()
    val ann = Actor.agent("ann")
    val report = Report.of("VPN is down", Reporter.person("Bob"), Channel.PHONE)
        .impact(Impact.HIGH)
        .urgency(Urgency.HIGH)
        .build()
    val id = desk.report(report, Actor.caller("bob")).incident()

    val incident: Incident? = desk.load(id).getOrNull()
    check(incident?.priority()?.getOrNull() == Priority.P1) { "a priority of P1" }

    // what may be null is written T? and what may not is not: both are checked by the compiler
    val unowned = LifecycleCommand.Start(null)
    check(desk.check(id, unowned, ann).map { it.code() } == listOf("FIELD_REQUIRED")) { "an owner that is asked for" }
    try {
        desk.handle(id, unowned, ann)
        error("A start without an owner should be refused")
    } catch (refused: IncidentRejectedException) {
        check(refused.unmet().single().field() == "owner") { "the owner, but found ${refused.unmet()}" }
    }
    desk.handle(id, LifecycleCommand.Start(Owner.group("network")), ann)
    check(desk.events(id).any { it is LifecycleEvent.Started }) { "a start in the record" }

    val told = mutableListOf<String>()
    OutboxRunner(desk) { told += it.topic() }.tick()
    check("incident.started" in told) { "a message about the start, but found $told" }
}
