package dev.incidentkit.testkit;

import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.Action;
import dev.incidentkit.core.incident.AffectedScope;
import dev.incidentkit.core.incident.AssignmentCommand;
import dev.incidentkit.core.incident.AttributeDefinition;
import dev.incidentkit.core.incident.AttributeValue;
import dev.incidentkit.core.incident.Attributes;
import dev.incidentkit.core.incident.CancelReason;
import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.Channel;
import dev.incidentkit.core.incident.Direction;
import dev.incidentkit.core.incident.EscalationKind;
import dev.incidentkit.core.incident.HoldReason;
import dev.incidentkit.core.incident.IncidentCommand;
import dev.incidentkit.core.incident.IncidentId;
import dev.incidentkit.core.incident.LifecycleCommand;
import dev.incidentkit.core.incident.Owner;
import dev.incidentkit.core.incident.PersonalText;
import dev.incidentkit.core.incident.Resolution;
import dev.incidentkit.core.incident.ResolutionMethod;
import dev.incidentkit.core.incident.ResumeTrigger;
import dev.incidentkit.core.incident.TriageCommand;
import dev.incidentkit.core.incident.Visibility;
import dev.incidentkit.core.incident.WorkCommand;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what is done in a cell of a scenario, with the levels and attributes of a definition. */
final class CommandReader {
    private final ProcessDefinition definition;
    private final Map<String, Function<CommandWords, IncidentCommand>> verbs = new TreeMap<>();

    CommandReader(ProcessDefinition definition) {
        this.definition = definition;
        steps();
        judgements();
        work();
        ProcessWords.addTo(verbs);
    }

    private void steps() {
        verbs.put("report", words -> ReportWords.read(words, definition, this::attributes));
        verbs.put("start", words -> new LifecycleCommand.Start(owner(words)));
        verbs.put(
                "hold",
                words -> new LifecycleCommand.Hold(
                        new HoldReason(words.need("reason")),
                        words.find("comment").orElse(null),
                        words.find("until", Instant::parse).orElse(null)));
        verbs.put(
                "resume",
                words -> new LifecycleCommand.Resume(
                        words.find("trigger", ResumeTrigger::valueOf).orElse(ResumeTrigger.MANUAL)));
        verbs.put("resolve", this::resolve);
        verbs.put(
                "reopen",
                words -> new LifecycleCommand.Reopen(words.find("reason").orElse("")));
        verbs.put(
                "reject",
                words -> new LifecycleCommand.Reject(words.find("reason").orElse("")));
        verbs.put("confirm", words -> new LifecycleCommand.Confirm());
        verbs.put("close", words -> new LifecycleCommand.Close());
        verbs.put(
                "cancel",
                words -> new LifecycleCommand.Cancel(
                        new CancelReason(words.need("reason")),
                        words.find("duplicateOf", IncidentId::new).orElse(null),
                        words.find("comment").orElse(null)));
        verbs.put(
                "perform",
                words -> new LifecycleCommand.Perform(
                        new Action(words.need("action")), words.find("comment").orElse(null), attributes(words)));
    }

    private void judgements() {
        verbs.put(
                "triage",
                words -> new TriageCommand.Triage(
                        words.find("impact", definition.impacts()::level).orElse(null),
                        words.find("urgency", definition.urgencies()::level).orElse(null),
                        words.find("severity", definition.severities()::level).orElse(null)));
        verbs.put("categorize", words -> new TriageCommand.Categorize(new Category(words.need("category"))));
        verbs.put(
                "override",
                words -> new TriageCommand.OverridePriority(
                        definition.priorities().level(words.need("priority")),
                        words.find("reason").orElse(""),
                        words.find("until", Instant::parse).orElse(null)));
        verbs.put("withdraw-override", words -> new TriageCommand.WithdrawOverride());
        verbs.put(
                "assign",
                words -> new AssignmentCommand.Assign(
                        Objects.requireNonNullElseGet(owner(words), () -> Owner.group(words.need("owner")))));
        verbs.put("unassign", words -> new AssignmentCommand.Unassign());
        verbs.put("acknowledge", words -> new AssignmentCommand.Acknowledge());
        verbs.put(
                "escalate",
                words -> new AssignmentCommand.Escalate(
                        words.find("kind", EscalationKind::valueOf).orElse(EscalationKind.FUNCTIONAL),
                        words.need("to"),
                        words.find("reason").orElse("")));
    }

    private void work() {
        verbs.put(
                "note",
                words -> new WorkCommand.Note(
                        words.find("text").orElse("Seen"),
                        words.find("visibility", Visibility::valueOf).orElse(Visibility.INTERNAL)));
        verbs.put("message", words -> message(words, Direction.OUTBOUND, "to"));
        verbs.put("reply", words -> message(words, Direction.INBOUND, "from"));
        verbs.put(
                "contain",
                words -> new WorkCommand.Contain(
                        words.find("at", Instant::parse).orElse(null),
                        words.find("text").orElse("Isolated"),
                        stillAffected(words)));
        verbs.put(
                "restore",
                words ->
                        new WorkCommand.Restore(words.find("at", Instant::parse).orElse(null)));
        verbs.put(
                "amend",
                words -> new WorkCommand.Amend(
                        words.find("title").orElse(null),
                        words.find("description").orElse(null),
                        words.find("services", CommandReader::names).orElse(null),
                        words.find("users", Integer::valueOf).orElse(null),
                        attributes(words),
                        words.find("without", CommandReader::names).orElse(Set.of())));
        verbs.put(
                "check",
                words -> new WorkCommand.AnswerChecklist(
                        words.need("item"),
                        words.find("done", Boolean::valueOf).orElse(true),
                        words.find("comment").orElse(null)));
    }

    /** What is still affected, where it is said: services and users, both. */
    private static @Nullable AffectedScope stillAffected(CommandWords words) {
        return words.find("services", CommandReader::names)
                .map(services -> new AffectedScope(services, Integer.parseInt(words.need("users"))))
                .orElse(null);
    }

    /**
     * Reads a cell.
     *
     * @throws IllegalArgumentException if it cannot be read; the message names what is wrong and what there is
     */
    IncidentCommand read(String cell) {
        CommandWords words = CommandWords.of(cell);
        Function<CommandWords, IncidentCommand> verb = verbs.get(words.verb());
        if (verb == null) {
            throw new IllegalArgumentException("'" + words.verb() + "' is none of " + verbs.keySet());
        }
        IncidentCommand command = verb.apply(words);
        words.complete();
        return command;
    }

    private IncidentCommand resolve(CommandWords words) {
        return new LifecycleCommand.Resolve(
                words.find("category", Category::new).orElse(null),
                new Resolution(
                        words.find("code").orElse(null),
                        words.find("note", PersonalText::of).orElse(null),
                        words.find("method", ResolutionMethod::valueOf).orElse(ResolutionMethod.PERMANENT)));
    }

    private static IncidentCommand message(CommandWords words, Direction direction, String party) {
        return new WorkCommand.Communicate(
                direction,
                words.find("channel", Channel::new).orElse(Channel.MAIL),
                words.find(party).orElse("caller"),
                words.find("text").orElse("Hello"),
                words.find("visibility", Visibility::valueOf).orElse(Visibility.CUSTOMER));
    }

    private static @Nullable Owner owner(CommandWords words) {
        String group = words.find("owner").orElse(null);
        String person = words.find("person").orElse(null);
        return group == null && person == null ? null : new Owner(group, person);
    }

    static Set<String> names(String list) {
        return Set.of(list.split("\\s*,\\s*"));
    }

    /** What is left over are attributes of the definition. */
    private Attributes attributes(CommandWords words) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        words.unused().forEach((name, text) -> {
            AttributeDefinition attribute = definition.attributes().get(name);
            if (attribute != null) {
                words.find(name);
                values.put(name, value(attribute, text));
            }
        });
        return Attributes.of(values);
    }

    private static AttributeValue value(AttributeDefinition attribute, String text) {
        return switch (attribute.type()) {
            case SCALE ->
                AttributeValue.of(Objects.requireNonNull(attribute.scale()).level(text));
            case TEXT -> AttributeValue.of(text);
            case NUMBER -> AttributeValue.of(new BigDecimal(text));
            case BOOLEAN -> AttributeValue.of(Boolean.parseBoolean(text));
            case INSTANT -> AttributeValue.of(Instant.parse(text));
            case DURATION -> AttributeValue.of(Duration.parse(text));
            case SET -> AttributeValue.of(names(text));
        };
    }
}
