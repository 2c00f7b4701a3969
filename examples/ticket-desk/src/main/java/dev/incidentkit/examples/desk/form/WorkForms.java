package dev.incidentkit.examples.desk.form;

import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.RecordCommand;
import dev.incidentkit.core.incident.Relation;
import dev.incidentkit.core.incident.RelationKind;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commands that write down what is done. */
final class WorkForms {
    private static final Relation NONE = new Relation(RelationKind.EXTERNAL, "none");

    private WorkForms() {}

    static List<ActionForm> all() {
        return List.of(
                ActionForm.of(
                        Action.NOTE,
                        "Write a note",
                        about -> List.of(Input.lines("text", "Note").required(), visibility("INTERNAL")),
                        (about, data) ->
                                new WorkCommand.Note(data.line("text"), data.choice("visibility", Visibility.class))),
                ActionForm.of(
                        Action.COMMUNICATE,
                        "Record a message",
                        about -> messageInputs(),
                        (about, data) -> message(data)),
                ActionForm.of(
                        Action.CHECK,
                        "Tick off",
                        about -> List.of(
                                Input.choice("item", "Item", items(about).stream())
                                        .required(),
                                Input.choice("done", "Is it done?", Stream.of("YES", "NO"))
                                        .required(),
                                Input.line("comment", "Comment")),
                        (about, data) -> new WorkCommand.AnswerChecklist(
                                data.line("item"), data.line("done").equals("YES"), data.text("comment"))),
                ActionForm.of(Action.AMEND, "Change fields", WorkForms::amendInputs, WorkForms::amend),
                ActionForm.of(
                        Action.LINK,
                        "Link",
                        about -> linkInputs(),
                        (about, data) -> new WorkCommand.Link(relation(data))),
                ActionForm.of(
                        Action.CONTAIN,
                        "Say that it is contained",
                        about -> List.of(
                                Input.lines("text", "What was done").required(),
                                Input.moment("at", "When").hinting("now if it is empty")),
                        (about, data) -> new WorkCommand.Contain(data.moment("at"), data.line("text"))),
                ActionForm.of(
                        Action.RESTORE,
                        "Say that it works again",
                        about -> List.of(Input.moment("restoredAt", "When").hinting("now if it is empty")),
                        (about, data) -> new WorkCommand.Restore(data.moment("restoredAt"))),
                ActionForm.of(
                        Action.REDACT,
                        "Remove personal data",
                        about -> List.of(
                                Input.line("reason", "Reason").required().hinting("no personal data")),
                        (about, data) -> new RecordCommand.Redact(Set.of(), data.line("reason"))),
                ActionForm.of(
                        Action.PRESERVE,
                        "Legal hold",
                        about -> List.of(
                                Input.choice("held", "Hold", Stream.of("PLACE", "LIFT"))
                                        .required(),
                                Input.line("reason", "Reason").required().hinting("no personal data")),
                        (about, data) ->
                                new RecordCommand.Preserve(data.line("held").equals("PLACE"), data.line("reason"))));
    }

    private static Input visibility(String usual) {
        return Input.choice("visibility", "Who may read it", Visibility.class).filled(usual);
    }

    /** What the definition wants ticked off before an incident is closed, and what plans added to it. */
    static Set<String> items(About about) {
        Set<String> items = new LinkedHashSet<>(about.definition().lifecycle().checklist());
        Incident incident = about.incident();
        if (incident != null) {
            items.addAll(incident.handling().checklist());
        }
        return items;
    }

    static Input channel(String usual) {
        Stream<String> channels = Stream.of(
                        Channel.PORTAL,
                        Channel.PHONE,
                        Channel.MAIL,
                        Channel.CHAT,
                        Channel.MOBILE,
                        Channel.IN_PERSON,
                        Channel.MONITORING,
                        Channel.API)
                .map(Channel::name);
        return Input.choice("channel", "Channel", channels).required().filled(usual);
    }

    private static List<Input> messageInputs() {
        return List.of(
                Input.choice("direction", "Direction", Direction.class),
                channel("MAIL"),
                Input.line("audience", "To or from").required().proposing(Stream.of("caller", "customers", "board")),
                Input.lines("text", "Text").required(),
                visibility("CUSTOMER"));
    }

    private static IncidentCommand message(FormData data) {
        return new WorkCommand.Communicate(
                data.choice("direction", Direction.class),
                data.need("channel", Channel::new, Channel.MAIL),
                data.line("audience"),
                data.line("text"),
                data.choice("visibility", Visibility.class));
    }

    private static List<Input> linkInputs() {
        return List.of(
                Input.choice("kind", "The other is", RelationKind.class),
                Input.line("target", "Its identity").required());
    }

    private static Relation relation(FormData data) {
        RelationKind kind = data.choice("kind", RelationKind.class);
        return data.need("target", target -> new Relation(kind, target), NONE);
    }

    private static List<Input> amendInputs(About about) {
        Incident incident = about.incident();
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.line("title", "Title")
                .filled(shown(incident == null ? null : incident.title().orElse(null))));
        inputs.add(Input.lines("description", "Description")
                .filled(shown(incident == null ? null : incident.description().orElse(null))));
        inputs.add(Input.line("services", "Services").hinting("with commas between"));
        inputs.add(Input.number("affectedUsers", "Affected users"));
        inputs.addAll(AttributeInputs.all(about.definition()));
        return inputs;
    }

    private static String shown(@Nullable PersonalText text) {
        return text == null || text.isRedacted() ? "" : text.text();
    }

    private static IncidentCommand amend(About about, FormData data) {
        Set<String> services = data.read("services", text -> new LinkedHashSet<>(FormData.names(text)));
        return new WorkCommand.Amend(
                data.text("title"),
                data.text("description"),
                services,
                data.read("affectedUsers", Integer::valueOf),
                AttributeInputs.read(about.definition(), data),
                Set.of());
    }
}
