package dev.incidentkit.examples.desk.web;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Status;
import dev.incidentkit.core.lifecycle.Branch;
import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.core.lifecycle.Requirement;
import dev.incidentkit.core.lifecycle.Transition;
import dev.incidentkit.examples.desk.page.JterulesGenerated;
import dev.incidentkit.examples.desk.view.Frame;
import dev.incidentkit.examples.desk.view.IncidentView.Fact;
import dev.incidentkit.examples.desk.view.RulesView;
import dev.incidentkit.report.LifecycleDiagram;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The definition by which new incidents begin. */
final class RulesPages {
    private final Site site;
    private final Pages pages;

    RulesPages(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
    }

    void routes(RoutesConfig routes) {
        routes.get("/rules", this::show);
        routes.get("/rules/lifecycle.svg", this::picture);
    }

    private void show(Context ctx) {
        ProcessDefinition definition = site.embedding().definitions().current();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Definition", definition.name()));
        facts.add(new Fact("Content hash", definition.hash()));
        facts.add(new Fact("Priorities", definition.priorities().levels().toString()));
        facts.add(new Fact(
                "Service levels",
                definition.slas().stream().map(sla -> sla.name()).collect(Collectors.joining(", "))));
        RulesView view = new RulesView(
                facts,
                definition.lifecycle().transitions().stream()
                        .map(RulesPages::step)
                        .toList());
        Frame frame = pages.frame(ctx, "Rules", "rules");
        pages.html(ctx, out -> JterulesGenerated.render(out, null, frame, view));
    }

    private static RulesView.Step step(Transition step) {
        return new RulesView.Step(
                step.action().name(),
                step.from().isEmpty()
                        ? "–"
                        : step.from().stream().map(Status::name).sorted().collect(Collectors.joining(", ")),
                step.branches().stream().map(RulesPages::target).collect(Collectors.joining(", else ")),
                takes(step));
    }

    private static String target(Branch branch) {
        Status to = branch.to();
        String when = branch.when().stream().map(Guard::name).collect(Collectors.joining(", "));
        return (to == null ? "the same" : to.name()) + (when.isEmpty() ? "" : " if " + when);
    }

    private static String takes(Transition step) {
        Stream<String> fields = step.required().stream().map(Requirement::toString);
        Stream<String> guards = step.guards().stream().map(Guard::name);
        Stream<String> roles = step.roles().stream().map(Role::name).sorted();
        return Stream.concat(Stream.concat(fields, guards), roles).collect(Collectors.joining(", "));
    }

    private void picture(Context ctx) {
        ctx.header("Content-Security-Policy", IncidentPages.SVG_POLICY);
        ctx.contentType("image/svg+xml; charset=utf-8");
        ctx.result(LifecycleDiagram.svg(site.embedding().definitions().current().lifecycle()));
    }
}
