package dev.incidentkit.json;

import dev.incidentkit.core.incident.Actor;
import dev.incidentkit.core.incident.ActorKind;
import dev.incidentkit.core.incident.Cause;
import dev.incidentkit.core.incident.EventMeta;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.HoldSpell;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Reporter;
import dev.incidentkit.core.incident.ReporterKind;
import dev.incidentkit.core.incident.Role;
import dev.incidentkit.core.incident.Unmet;
import dev.incidentkit.core.incident.UnmetKind;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values that events of several types hold. */
final class Shared {
    private static final String COMMAND = "command";

    private Shared() {}

    static void meta(Out out, EventMeta meta) {
        out.instant("effectiveAt", meta.effectiveAt()).instant("recordedAt", meta.recordedAt());
        Actor actor = meta.actor();
        out.object(
                "actor",
                in -> in.name("kind", actor.kind()).text("id", actor.id()).set("roles", actor.roles()));
        Cause cause = meta.cause();
        if (!cause.equals(Cause.COMMAND)) {
            out.object(
                    "cause",
                    in -> in.text("trigger", cause.trigger())
                            .text("rule", cause.rule())
                            .text("configuration", cause.configuration())
                            .map("answers", cause.answers()));
        }
    }

    static EventMeta meta(In in) {
        In actor = in.object("actor");
        return new EventMeta(
                in.instant("effectiveAt"),
                in.instant("recordedAt"),
                new Actor(actor.name("kind", ActorKind.class), actor.text("id"), roles(actor.set("roles"))),
                cause(in.objectOrNull("cause")));
    }

    private static Set<Role> roles(Set<String> names) {
        return names.isEmpty() ? Set.of() : names.stream().map(Role::new).collect(Collectors.toSet());
    }

    private static Cause cause(@Nullable In in) {
        if (in == null) {
            return Cause.COMMAND;
        }
        String trigger = in.textOrNull("trigger");
        return new Cause(
                trigger == null ? COMMAND : trigger,
                in.textOrNull("rule"),
                in.textOrNull("configuration"),
                in.map("answers"));
    }

    static void owner(Out out, @Nullable Owner owner) {
        if (owner != null) {
            out.object("owner", in -> in.text("group", owner.group()).text("person", owner.person()));
        }
    }

    static @Nullable Owner ownerOrNull(In in) {
        In owner = in.objectOrNull("owner");
        return owner == null ? null : new Owner(owner.textOrNull("group"), owner.textOrNull("person"));
    }

    static void reporter(Out out, @Nullable Reporter reporter) {
        if (reporter != null) {
            out.object("reporter", in -> in.name("kind", reporter.kind()).personal("name", reporter.name()));
        }
    }

    static @Nullable Reporter reporterOrNull(In in) {
        In reporter = in.objectOrNull("reporter");
        return reporter == null
                ? null
                : new Reporter(reporter.name("kind", ReporterKind.class), reporter.personal("name"));
    }

    static void relation(Out out, Relation relation) {
        out.object("relation", in -> in.name("kind", relation.kind()).text("target", relation.target()));
    }

    static Relation relation(In in) {
        In relation = in.object("relation");
        return new Relation(relation.name("kind", RelationKind.class), relation.text("target"));
    }

    static void unmet(Out out, Unmet unmet) {
        out.name("kind", unmet.kind())
                .text("code", unmet.code())
                .text("field", unmet.field())
                .text("message", unmet.message());
    }

    static Unmet unmet(In in) {
        return new Unmet(in.name("kind", UnmetKind.class), in.text("code"), in.textOrNull("field"), in.text("message"));
    }

    static void hold(Out out, HoldSpell spell) {
        out.text("reason", spell.reason()).instant("from", spell.from()).instant("to", spell.to());
    }

    static HoldSpell hold(In in) {
        return new HoldSpell(in.of("reason", HoldReason::new), in.instant("from"), in.instantOrNull("to"));
    }
}
