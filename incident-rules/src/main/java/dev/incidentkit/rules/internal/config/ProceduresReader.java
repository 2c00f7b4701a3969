package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.incident.Category;
import dev.incidentkit.core.incident.PlanKind;
import dev.incidentkit.core.incident.ReviewSection;
import dev.incidentkit.core.policy.SelectionPolicy;
import dev.incidentkit.core.process.CascadeRule;
import dev.incidentkit.core.process.Plan;
import dev.incidentkit.core.process.Procedures;
import dev.incidentkit.core.process.ProceduresBuilder;
import dev.incidentkit.core.process.ResolutionCodes;
import dev.incidentkit.core.process.Taxonomy;
import dev.incidentkit.rules.incident.CategoryTable;
import dev.incidentkit.rules.incident.IncidentSchemas;
import dev.incidentkit.rules.incident.ModelTable;
import dev.incidentkit.rules.internal.config.TableLoader.Loaded;
import dev.incidentkit.rules.internal.config.TableLoader.Request;
import dev.incidentkit.rules.internal.yaml.Node;
import dev.incidentkit.rules.internal.yaml.Section;
import dev.incidentkit.rules.internal.yaml.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads procedures. Each key takes the place of what is extended under it. Tables in files are read with the other tables
 * of the file, between {@link #read} and {@link #finish}. Not safe for use by several threads; one use only.
 */
final class ProceduresReader {
    static final String PROCEDURES = "procedures";
    static final String CLASSIFICATION = "classification";
    static final String SELECTION = "modelSelection";

    /** The codes of resolutions that many processes share, in one word. */
    static final String COMMON_CODES = "common";

    private static final SelectionReader.Kind<Category> CATEGORIES = new SelectionReader.Kind<>(
            "classification", IncidentSchemas.CATEGORY, "category", Category::new, CategoryTable::new);
    private static final SelectionReader.Kind<String> MODELS =
            new SelectionReader.Kind<>("model", IncidentSchemas.MODEL, "model", Function.identity(), ModelTable::new);

    private final Parts parts;
    private final Scope scope;
    private final Values values;
    private final Places places = new Places();
    private final DutyReader duties;
    private final SelectionReader<Category> classification;
    private final SelectionReader<String> selection;
    private final Map<String, Request> requests = new HashMap<>();

    ProceduresReader(Parts parts) {
        this.parts = parts;
        this.scope = parts.scope;
        this.values = scope.values;
        this.duties = new DutyReader(scope, places, parts.lifecycle);
        this.classification = new SelectionReader<>(scope, places, CATEGORIES);
        this.selection = new SelectionReader<>(scope, places, MODELS);
    }

    /** Where the parts stand, for what is found about them later. */
    Places places() {
        return places;
    }

    /** The tables in files that are asked for. */
    List<Request> requests() {
        return List.copyOf(requests.values());
    }

    void read(Section root) {
        Section section = root.section(PROCEDURES);
        if (section == null) {
            return;
        }
        Procedures base = parts.procedures;
        ProceduresBuilder builder = Procedures.builder(base)
                .taxonomy(taxonomy(section, base.taxonomy()))
                .plans(plans(section, base.plans()))
                .messages(named(section, "messages", base.messages(), duties::message))
                .staffing(named(section, "staffing", base.staffing(), duties::staffing))
                .fields(named(section, "fields", base.fields(), duties::field))
                .changes(named(section, "emergencyChanges", base.changes(), duties::change))
                .resolutionCodes(codes(section, base.resolutionCodes()));
        review(section, builder);
        parts.procedures = builder.build();
        together(section);
        inPlace(section);
        section.close();
    }

    /** What reaches beyond one incident or one team. */
    private void together(Section section) {
        Procedures base = parts.procedures;
        CallReader calls = new CallReader(scope, places, duties);
        ProceduresBuilder builder = Procedures.builder(base)
                .cascades(cascades(section, base.cascades(), calls))
                .escalations(named(section, "escalations", base.escalations(), calls::chain));
        if (section.has("alerts")) {
            Section alerts = below(section, "alerts");
            builder.alerts(alerts == null ? null : new AlertReader(scope, places).alerts(alerts, categories()));
        }
        if (section.has("majors")) {
            Section majors = below(section, "majors");
            builder.majors(majors == null ? null : calls.majors(majors));
        }
        Node onCall = section.get("onCall");
        if (onCall != null) {
            builder.onCall(calls.onCall(onCall, section.path("onCall")));
        }
        parts.procedures = builder.build();
    }

    private List<CascadeRule> cascades(Section section, List<CascadeRule> base, CallReader calls) {
        boolean isItil = section.get("cascades") instanceof Node.Text word
                && word.value().equals(CallReader.ITIL_CASCADES);
        return isItil ? CascadeRule.itil() : named(section, "cascades", base, calls::cascade);
    }

    /** The mapping below a key; null where nothing is there, or 'none'. */
    private static @Nullable Section below(Section section, String key) {
        return section.get(key) instanceof Node.Text word && word.value().equals(SelectionReader.NONE)
                ? null
                : section.section(key);
    }

    private @Nullable Taxonomy taxonomy(Section section, @Nullable Taxonomy base) {
        Node node = section.get("taxonomy");
        return node == null ? base : new TaxonomyReader(scope, base).taxonomy(node, section.path("taxonomy"));
    }

    private List<Plan> plans(Section section, List<Plan> base) {
        if (!section.has("plans")) {
            return base;
        }
        Node node = section.get("plans");
        return node == null ? List.of() : new PlanReader(scope, places).plans(node, section.path("plans"));
    }

    /** Parts of a kind by their names, in the order of the file. */
    private <T> List<T> named(
            Section section, String key, List<T> base, BiFunction<String, Section, @Nullable T> reader) {
        if (!section.has(key)) {
            return base;
        }
        List<T> read = new ArrayList<>();
        section.entries(key).forEach((name, entry) -> {
            Section each = values.section(entry.value(), Values.path(section.path(key), name));
            T part = each == null ? null : reader.apply(name, each);
            if (part != null) {
                read.add(part);
            }
        });
        return read;
    }

    private Set<String> codes(Section section, Set<String> base) {
        if (!section.has("resolutionCodes")) {
            return base;
        }
        if (section.get("resolutionCodes") instanceof Node.Text word
                && word.value().equals(COMMON_CODES)) {
            return ResolutionCodes.COMMON;
        }
        Set<String> codes = new LinkedHashSet<>();
        List<Node.Text> texts = section.texts("resolutionCodes");
        (texts == null ? List.<Node.Text>of() : texts).forEach(text -> codes.add(text.value()));
        return codes;
    }

    private void review(Section section, ProceduresBuilder builder) {
        if (!section.has("review")) {
            return;
        }
        Section review = section.section("review");
        Set<ReviewSection> sections = EnumSet.noneOf(ReviewSection.class);
        List<Node.Text> texts = review == null ? null : review.texts("sections");
        for (Node.Text text : texts == null ? List.<Node.Text>of() : texts) {
            ReviewSection found = values.constant(text, section.path("review.sections"), ReviewSection.class);
            if (found != null) {
                sections.add(found);
            }
        }
        builder.reviewSections(sections).signers(review == null ? Set.of() : duties.roles(review, "signers"));
        if (review != null) {
            review.close();
        }
    }

    private void inPlace(Section section) {
        Node criteria = section.get(CLASSIFICATION);
        if (criteria != null) {
            classification
                    .request(criteria, section.path(CLASSIFICATION))
                    .ifPresentOrElse(
                            request -> requests.put(CLASSIFICATION, request),
                            () -> classifyBy(
                                    classification.inPlace(criteria, section.path(CLASSIFICATION), categories())));
        }
        Node models = section.get(SELECTION);
        if (models != null) {
            selection
                    .request(models, section.path(SELECTION))
                    .ifPresentOrElse(
                            request -> requests.put(SELECTION, request),
                            () -> selectBy(selection.inPlace(models, section.path(SELECTION), models())));
        }
    }

    /** Takes the tables in files over, as far as they could be read. */
    void finish(Map<String, Loaded> loaded) {
        Request criteria = requests.get(CLASSIFICATION);
        Loaded categories =
                criteria == null ? null : loaded.get(criteria.purpose().name());
        if (criteria != null && categories != null) {
            classifyBy(classification.loaded(criteria, categories, categories()));
        }
        Request models = requests.get(SELECTION);
        Loaded table = models == null ? null : loaded.get(models.purpose().name());
        if (models != null && table != null) {
            selectBy(selection.loaded(models, table, models()));
        }
    }

    private void classifyBy(@Nullable SelectionPolicy<Category> policy) {
        if (policy != null) {
            parts.procedures =
                    Procedures.builder(parts.procedures).classification(policy).build();
        }
    }

    private void selectBy(@Nullable SelectionPolicy<String> policy) {
        if (policy != null) {
            parts.procedures =
                    Procedures.builder(parts.procedures).selection(policy).build();
        }
    }

    /** The categories that incidents may be given to; null for any. */
    private @Nullable Collection<String> categories() {
        Taxonomy taxonomy = parts.procedures.taxonomy();
        return taxonomy == null
                ? null
                : taxonomy.entries().stream()
                        .filter(Taxonomy.Entry::active)
                        .map(entry -> entry.category().path())
                        .toList();
    }

    private Collection<String> models() {
        return parts.procedures.plans().stream()
                .filter(plan -> plan.kind() == PlanKind.MODEL)
                .map(Plan::name)
                .toList();
    }
}
