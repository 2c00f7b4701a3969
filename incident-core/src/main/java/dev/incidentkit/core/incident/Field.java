package dev.incidentkit.core.incident;

/** A field that a lifecycle may require or protect: a built-in one, or an attribute of the host's own. */
public sealed interface Field {
    /**
     * The stable name, as it stands in refusals and configuration.
     *
     * @return for a built-in field its name in lower camel case, for an attribute {@code attribute:} and its name
     */
    String fieldName();

    /**
     * An attribute of the host's own.
     *
     * @param attribute the attribute's name
     * @return the field
     */
    static Field attribute(String attribute) {
        return new Attribute(attribute);
    }

    /**
     * An attribute as a field.
     *
     * @param attribute the attribute's name, 1 to 60 characters
     */
    record Attribute(String attribute) implements Field {
        /** Checks the name. */
        public Attribute {
            Checks.name(attribute, 60, "name of an attribute");
        }

        @Override
        public String fieldName() {
            return "attribute:" + attribute;
        }
    }

    /** The built-in fields. */
    enum BuiltIn implements Field {
        /** What it is about, in one line. */
        TITLE("title"),
        /** What happened, at length. */
        DESCRIPTION("description"),
        /** What was noticed, apart from what happened. */
        SYMPTOMS("symptoms"),
        /** Who or what reported. */
        REPORTER("reporter"),
        /** The way by which the report came. */
        CHANNEL("channel"),
        /** When it was reported. */
        REPORTED_AT("reportedAt"),
        /** When it happened. */
        OCCURRED_AT("occurredAt"),
        /** When it was noticed. */
        DETECTED_AT("detectedAt"),
        /** Where it belongs in the taxonomy. */
        CATEGORY("category"),
        /** How far its effect reaches. */
        IMPACT("impact"),
        /** How soon its effect becomes unbearable. */
        URGENCY("urgency"),
        /** How bad it is on its own. */
        SEVERITY("severity"),
        /** The order in which it is worked on. */
        PRIORITY("priority"),
        /** The affected services. */
        SERVICES("services"),
        /** How many users suffer. */
        AFFECTED_USERS("affectedUsers"),
        /** Who is accountable. */
        OWNER("owner"),
        /** Why a step is taken. Given anew each time. */
        REASON("reason"),
        /** A comment on a step. Given anew each time. */
        COMMENT("comment"),
        /** When waiting ends by itself. Given anew each time. */
        RESUME_AT("resumeAt"),
        /** The host's code of a resolution. Given anew each time. */
        RESOLUTION_CODE("resolutionCode"),
        /** What was done to resolve. Given anew each time. */
        RESOLUTION_NOTE("resolutionNote"),
        /** The incident that stands for this one. Given anew each time. */
        DUPLICATE_OF("duplicateOf"),
        /** When the service worked again. */
        RESTORED_AT("restoredAt");

        private final String fieldName;

        BuiltIn(String fieldName) {
            this.fieldName = fieldName;
        }

        @Override
        public String fieldName() {
            return fieldName;
        }
    }
}
