package dev.incidentkit.examples.desk.form;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Report;
import dev.incidentkit.core.incident.Reporter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The form by which an incident is reported: what the library knows, and what the definition adds. */
public final class ReportForm {
    private ReportForm() {}

    /**
     * What the form asks for.
     *
     * @param about the definition, and who reports
     * @return its inputs, of which those that the definition requires say so
     */
    public static List<Input> inputs(About about) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.line("title", "What is it about?"));
        inputs.add(Input.lines("description", "What happened?"));
        inputs.add(Input.lines("symptoms", "What was noticed?"));
        inputs.add(Input.line("reporter", "Reported by").filled(about.user()));
        inputs.add(WorkForms.channel("PORTAL"));
        inputs.add(Inputs.category(about));
        inputs.addAll(Inputs.levels(about));
        inputs.add(Input.line("services", "Affected services").hinting("with commas between"));
        inputs.add(Input.number("affectedUsers", "Affected users"));
        inputs.add(Input.moment("occurredAt", "When did it happen?"));
        inputs.add(Input.moment("detectedAt", "When was it noticed?"));
        inputs.addAll(AttributeInputs.all(about.definition()));
        return about.demanding(inputs, Action.REPORT);
    }

    /**
     * Makes the report.
     *
     * @param about the definition, and who reports
     * @param data what was filled in
     * @return the report
     * @throws dev.incidentkit.core.incident.IncidentRejectedException with everything that cannot be read
     */
    public static Report report(About about, FormData data) {
        Set<String> services = data.read("services", text -> new LinkedHashSet<>(FormData.names(text)));
        Integer affected = data.read("affectedUsers", Integer::valueOf);
        Reporter reporter = data.need("reporter", Reporter::person, Reporter.person(about.user()));
        Channel channel = data.need("channel", Channel::new, Channel.PORTAL);
        Report report = Report.of(data.line("title"), reporter, channel)
                .description(data.text("description"))
                .symptoms(data.text("symptoms"))
                .category(data.category())
                .impact(data.level("impact", about.definition().impacts()))
                .urgency(data.level("urgency", about.definition().urgencies()))
                .severity(data.level("severity", about.definition().severities()))
                .services(services == null ? Set.of() : services)
                .affectedUsers(affected == null ? 0 : affected)
                .occurredAt(data.moment("occurredAt"))
                .detectedAt(data.moment("detectedAt"))
                .attributes(AttributeInputs.read(about.definition(), data))
                .build();
        data.refuseFaults(Action.REPORT);
        return report;
    }
}
