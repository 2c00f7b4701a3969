package dev.incidentkit.core.incident;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reports an incident. Build one with {@link #of} for the usual fields or with {@code ReportBuilder} for all.
 *
 * @param title what it is about, in one line of at most 200 characters; personal data
 * @param reporter who or what reported
 * @param channel the way by which the report came
 * @param number the host's number of the incident, at most 64 characters
 * @param description what happened, at most 32,000 characters; personal data
 * @param occurredAt when it happened; not after {@code detectedAt}
 * @param detectedAt when it was noticed; not after {@code reportedAt}
 * @param reportedAt when it was reported, which is when the incident begins; when it is taken, if not given; never
 *     later than that
 * @param category where it belongs in the taxonomy
 * @param impact how far its effect reaches
 * @param urgency how soon its effect becomes unbearable
 * @param severity how bad it is on its own
 * @param services the affected services, at most 1,000
 * @param affectedUsers how many users suffer, 0 where none or not known
 * @param attributes the host's own fields
 * @param drill whether it is an exercise, which metrics leave out
 * @param symptoms what was noticed, at most 32,000 characters; personal data
 * @param firstActions what was done about it before the report, at most 32,000 characters; personal data. It becomes the
 *     first note
 * @param type what it is taken for
 */
@RecordBuilder
@Value.Builder
public record Report(
        @NotBlank @Size(max = 200) String title,
        @NotNull Reporter reporter,
        @NotNull Channel channel,
        @Nullable @Size(min = 1, max = 64) String number,
        @Nullable @Size(min = 1, max = 32_000) String description,
        @Nullable Instant occurredAt,
        @Nullable Instant detectedAt,
        @Nullable Instant reportedAt,
        @Nullable Category category,
        @Nullable Impact impact,
        @Nullable Urgency urgency,
        @Nullable Severity severity,
        @NotNull @Size(max = 1_000) Set<@NotBlank @Size(max = 200) String> services,
        @PositiveOrZero int affectedUsers,
        @NotNull Attributes attributes,
        boolean drill,
        @Nullable @Size(min = 1, max = 32_000) String symptoms,
        @Nullable @Size(min = 1, max = 32_000) String firstActions,
        @NotNull RecordType type)
        implements LifecycleCommand {
    /** Puts what was not given at its neutral value. */
    public Report {
        occurredAt = Checks.millisOrNull(occurredAt);
        detectedAt = Checks.millisOrNull(detectedAt);
        reportedAt = Checks.millisOrNull(reportedAt);
        services = services == null ? Set.of() : Checks.copy(services);
        attributes = attributes == null ? Attributes.none() : attributes;
        type = type == null ? RecordType.INCIDENT : type;
    }

    /**
     * Begins a report with what every report has.
     *
     * @param title what it is about
     * @param reporter who or what reported
     * @param channel the way by which the report came
     * @return a builder for the rest; {@code build()} makes the report
     */
    public static ReportBuilder of(String title, Reporter reporter, Channel channel) {
        return new ReportBuilder()
                .title(title)
                .reporter(reporter)
                .channel(channel)
                .affectedUsers(0)
                .attributes(Attributes.none())
                .drill(false)
                .type(RecordType.INCIDENT);
    }

    @Override
    public Action action() {
        return Action.REPORT;
    }

    @Override
    public boolean gives(Field field) {
        if (field instanceof Field.Attribute attribute) {
            return attributes.has(attribute.attribute());
        }
        return switch ((Field.BuiltIn) field) {
            case TITLE -> title != null && !title.isBlank();
            case REPORTER -> reporter != null;
            case CHANNEL -> channel != null;
            case REPORTED_AT -> true;
            case DESCRIPTION -> description != null && !description.isBlank();
            case SYMPTOMS -> symptoms != null && !symptoms.isBlank();
            case OCCURRED_AT -> occurredAt != null;
            case DETECTED_AT -> detectedAt != null;
            case CATEGORY -> category != null;
            case IMPACT -> impact != null;
            case URGENCY -> urgency != null;
            case SEVERITY -> severity != null;
            case SERVICES -> !services.isEmpty();
            case AFFECTED_USERS -> affectedUsers > 0;
            default -> false;
        };
    }
}
