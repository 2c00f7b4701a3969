package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.ConfigurationException;
import dev.incidentkit.core.definition.ProcessDefinition;
import dev.incidentkit.core.incident.PriorityMatrix;
import dev.incidentkit.core.lifecycle.Lifecycle;
import dev.incidentkit.core.policy.TriagePolicy;
import dev.incidentkit.rules.config.DefinitionCode;
import dev.incidentkit.rules.config.DefinitionResult;
import dev.incidentkit.rules.config.DefinitionSource;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Report;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.YamlTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a whole definition, with all files that it names. Not safe for use by several threads; one use only. */
public final class DefinitionReader {
    private static final String EXTENDS = "extends";
    private static final String TRIAGE = "triage";

    private final Settings settings;
    private final Report report;
    private final FileSet files;
    private final Set<String> open = new LinkedHashSet<>();

    /**
     * Creates a reader.
     *
     * @param settings what the host gives
     * @param source where the files are
     */
    public DefinitionReader(Settings settings, DefinitionSource source) {
        this(settings, source, new Report(settings.limits().maxFindings()));
    }

    private DefinitionReader(Settings settings, DefinitionSource source, Report report) {
        this.settings = settings;
        this.report = report;
        this.files = new FileSet(source, settings.limits(), report);
    }

    /**
     * Reads a definition.
     *
     * @param name the name of its file as the caller gives it
     * @return the definition, or everything that stands against it
     */
    public DefinitionResult read(String name) {
        String file = FileSet.normalized("", name);
        if (file == null) {
            report.file(DefinitionCode.FILE_REFUSED, name, "the name is no relative file name");
            return new DefinitionResult(name, null, report.all());
        }
        Parts parts = parts(file, null, "");
        ProcessDefinition built = parts == null ? null : built(file, parts);
        return new DefinitionResult(file, report.errors() == 0 ? built : null, report.all());
    }

    /** The parts of a file; null where it cannot be read at all, which is reported. */
    private @Nullable Parts parts(String file, Node.@Nullable Text by, String path) {
        if (!open.add(file)) {
            String message = "'" + file + "' extends itself by way of " + open;
            Node.Mark mark = by == null ? new Node.Mark(file, 1, 1) : by.mark();
            report.error(DefinitionCode.FILE_CYCLE, mark, path, message);
            return null;
        }
        byte[] content = files.bytes(file, settings.limits().maxBytes(), by, path);
        Node root = content == null ? null : YamlTree.read(file, content, settings.limits(), report);
        Parts parts = new Parts(new Scope(report));
        Section section = root == null ? null : parts.scope.values.section(root, "");
        Parts read = section == null ? null : read(file, section, parts);
        open.remove(file);
        return read;
    }

    private @Nullable ProcessDefinition built(String file, Parts parts) {
        if (report.errors() > 0) {
            return null;
        }
        String name = parts.name;
        Lifecycle lifecycle = parts.lifecycle;
        TriagePolicy triage = parts.triage;
        if (name == null || lifecycle == null || triage == null) {
            throw new IllegalStateException(
                    "Reading " + file + " found no fault, but left out name, lifecycle or triage");
        }
        try {
            return parts.build(name, lifecycle, triage);
        } catch (ConfigurationException e) {
            e.findings().forEach(finding -> report.file(DefinitionCode.CONTRADICTION, file, finding));
            return null;
        }
    }

    private Parts read(String file, Section section, Parts fresh) {
        Parts parts = based(file, section, fresh);
        String name = section.text("definition");
        if (name != null) {
            parts.name = name;
        } else if (parts.name == null && !section.has(EXTENDS)) {
            section.need("definition");
        }
        vocabulary(section, parts.scope);
        lifecycle(section, parts);
        Verification verification = new Verification(parts);
        slas(section, parts, verification);
        ProceduresReader procedures = new ProceduresReader(parts);
        procedures.read(section);
        procedures.finish(new PolicyTables(files, file).read(section, parts, procedures.requests()));
        verification.parts(procedures.places());
        rules(section, parts);
        predecessors(file, section, parts);
        section.close();
        verification.run(section);
        return parts;
    }

    private Parts based(String file, Section section, Parts fresh) {
        Node node = section.get(EXTENDS);
        if (node == null) {
            return fresh;
        }
        Parts base = node instanceof Node.Text text ? other(file, text, section.path(EXTENDS)) : null;
        if (!(node instanceof Node.Text)) {
            fresh.scope.values.text(node, EXTENDS);
        }
        return base == null ? fresh.extend(ProcessDefinition.itil()) : base;
    }

    /** The parts of a preset, or of another file. */
    private @Nullable Parts other(String file, Node.Text text, String path) {
        String name = text.value();
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            String other = files.resolve(file, text, path);
            return other == null ? null : parts(other, text, path);
        }
        if (!Presets.NAMES.contains(name)) {
            List<String> names = new ArrayList<>(Presets.NAMES);
            names.add("a file that ends with .yaml");
            new Scope(report).values.unknown(text, path, "a preset", names);
            return null;
        }
        DefinitionReader presets = new DefinitionReader(settings, Presets.source(), report);
        return presets.parts(Presets.file(name), text, path);
    }

    private void vocabulary(Section section, Scope scope) {
        ScaleReader scales = new ScaleReader(scope);
        Section own = section.section("scales");
        if (own != null) {
            scales.scales(own);
        }
        scales.attributes(section.entries("attributes"), section.path("attributes"));
        new CalendarReader(scope, settings.holidays())
                .calendars(section.entries("calendars"), section.path("calendars"));
    }

    private void lifecycle(Section section, Parts parts) {
        Node node = section.get("lifecycle");
        if (node == null) {
            if (parts.lifecycle == null && section.need("lifecycle") == null) {
                parts.scope.statuses = Lifecycle.itil().statuses();
            }
            return;
        }
        String path = section.path("lifecycle");
        if (node instanceof Node.Text) {
            if (parts.scope.values.oneOf(node, path, "a lifecycle", List.of("itil")) != null) {
                parts.lifecycle = Lifecycle.itil();
            }
            parts.scope.statuses = Lifecycle.itil().statuses();
            return;
        }
        Section own = parts.scope.values.section(node, path);
        if (own != null) {
            String name = parts.name == null ? "lifecycle" : parts.name;
            Lifecycle read = new LifecycleReader(parts.scope, settings.guards()).lifecycle(own, parts.lifecycle, name);
            parts.lifecycle = read;
            if (read != null) {
                parts.procedures = parts.procedures.under(read);
            }
        }
    }

    private void slas(Section section, Parts parts, Verification verification) {
        if (section.has("slas")) {
            PolicyReader reader = new PolicyReader(parts.scope);
            parts.slas = reader.policies(section.entries("slas"), section.path("slas"));
            verification.places(reader.places());
        }
    }

    private void rules(Section section, Parts parts) {
        RuleReader reader = new RuleReader(parts.scope);
        matrix(section, parts, reader);
        Node closure = section.get("closure");
        if (closure != null) {
            parts.closure = reader.closure(closure, section.path("closure"), parts.closure);
        }
        Node window = section.get("reopenWindow");
        if (window instanceof Node.Text text && text.value().equals("unlimited")) {
            parts.reopenWindow = null;
        } else if (window != null) {
            Duration read = parts.scope.values.duration(window, section.path("reopenWindow"));
            parts.reopenWindow = read == null ? parts.reopenWindow : read;
        }
        if (section.has("followUps")) {
            Node followUps = section.get("followUps");
            parts.followUps = followUps == null ? List.of() : reader.followUps(followUps, section.path("followUps"));
        }
        Node change = section.get("change");
        if (change != null) {
            parts.change = reader.change(change, section.path("change"));
        }
    }

    private void matrix(Section section, Parts parts, RuleReader reader) {
        Node node = section.get("matrix");
        if (node != null && section.get(TRIAGE) != null) {
            String message = "the priority is derived either by 'matrix' or by the table of 'triage'";
            report.error(DefinitionCode.CONTRADICTION, node, section.path("matrix"), message);
        } else if (node != null) {
            PriorityMatrix matrix = reader.matrix(node, section.path("matrix"));
            parts.triage = matrix == null ? parts.triage : TriagePolicy.matrix(matrix);
        } else if (parts.triage == null && section.get(TRIAGE) == null) {
            section.need("matrix");
        }
    }

    private void predecessors(String file, Section section, Parts parts) {
        List<Node.Text> names = section.texts("predecessors");
        if (names == null) {
            return;
        }
        List<ProcessDefinition> predecessors = new ArrayList<>();
        for (Node.Text name : names) {
            Parts other = other(file, name, section.path("predecessors"));
            ProcessDefinition built = other == null ? null : built(name.value(), other);
            if (built != null) {
                predecessors.add(built);
            }
        }
        parts.predecessors = predecessors;
    }
}
