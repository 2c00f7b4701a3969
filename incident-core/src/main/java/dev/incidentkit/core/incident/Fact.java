package dev.incidentkit.core.incident;

/** Something that conditions and rules may ask of an incident: a built-in fact or an attribute of the host's own. */
public sealed interface Fact permits Fact.BuiltIn, Fact.Attribute {
    /** By convention, the attribute that names the customer. */
    Fact CUSTOMER = new Attribute("customer");

    /** By convention, the attribute that names the site. */
    Fact SITE = new Attribute("site");

    /** The name of the attribute that holds the agreement under which the incident falls. */
    String SLA_ATTRIBUTE = "sla";

    /** The attribute that names the agreement under which the incident falls, where a definition selects one. */
    Fact SLA = new Attribute(SLA_ATTRIBUTE);

    /**
     * The name under which rules know it.
     *
     * @return the name, not blank
     */
    String factName();

    /** What values a fact takes. */
    enum Kind {
        /** At most one name. */
        NAME,

        /** Any number of names. */
        NAMES,

        /** A path with {@code /} between the parts; a condition on a path holds for all below it. */
        PATH,

        /** A level of a scale, or none. */
        LEVEL,

        /** A number, or none. */
        NUMBER,

        /** True or false. */
        FLAG,

        /** What the definition declares of the attribute. */
        DECLARED
    }

    /**
     * What values it takes.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * An attribute of the host's own.
     *
     * @param name the attribute's name
     * @return the fact
     */
    static Fact attribute(String name) {
        return new Attribute(name);
    }

    /**
     * An attribute of the host's own.
     *
     * @param attribute its name, 1 to 60 characters
     */
    record Attribute(String attribute) implements Fact {
        /** Checks the name. */
        public Attribute {
            Checks.name(attribute, 60, "name of an attribute");
        }

        @Override
        public String factName() {
            return "attribute " + attribute;
        }

        @Override
        public Kind kind() {
            return Kind.DECLARED;
        }

        @Override
        public String toString() {
            return factName();
        }
    }

    /** The facts that every incident has. */
    enum BuiltIn implements Fact {
        /** What the status means, by the name of the {@link Phase}. */
        PHASE("phase", Kind.NAME),
        /** The name of the status. */
        STATUS("status", Kind.NAME),
        /** What it waits for; only while the phase is {@link Phase#ON_HOLD}. */
        HOLD_REASON("holdReason", Kind.NAME),
        /** The priority that holds. */
        PRIORITY("priority", Kind.LEVEL),
        /** How far the effect reaches. */
        IMPACT("impact", Kind.LEVEL),
        /** How soon the effect becomes unbearable. */
        URGENCY("urgency", Kind.LEVEL),
        /** How bad it is on its own. */
        SEVERITY("severity", Kind.LEVEL),
        /** The place in the taxonomy. */
        CATEGORY("category", Kind.PATH),
        /** The affected services. */
        SERVICE("service", Kind.NAMES),
        /** The way by which the report came. */
        CHANNEL("channel", Kind.NAME),
        /** Whom the incident belongs to. */
        TENANT("tenant", Kind.NAME),
        /** The accountable group. */
        OWNER_GROUP("ownerGroup", Kind.NAME),
        /** The accountable person. */
        OWNER_PERSON("ownerPerson", Kind.NAME),
        /** How many users suffer. */
        AFFECTED_USERS("affectedUsers", Kind.NUMBER),
        /** How often a resolution was taken back. */
        REOPENINGS("reopenings", Kind.NUMBER),
        /** How often the owner changed. */
        REASSIGNMENTS("reassignments", Kind.NUMBER),
        /** How often alerts said that a condition holds, those of all deduplication keys together. */
        OCCURRENCES("occurrences", Kind.NUMBER),
        /** Whether somebody is accountable. */
        OWNED("owned", Kind.FLAG),
        /** Whether somebody acknowledged. */
        ACKNOWLEDGED("acknowledged", Kind.FLAG),
        /** Whether the service works again. */
        RESTORED("restored", Kind.FLAG),
        /** Whether the caller accepted the resolution. */
        CONFIRMED("confirmed", Kind.FLAG),
        /** Whether it is known when the incident was noticed. */
        DETECTION_KNOWN("detectionKnown", Kind.FLAG),
        /** Whether it is an exercise. */
        DRILL("drill", Kind.FLAG),
        /** What the record is taken for, by the name of the {@link RecordType}. */
        RECORD_TYPE("recordType", Kind.NAME),
        /** The incident model that holds. */
        MODEL("model", Kind.NAME),
        /** Whether it was accepted as a major incident. */
        MAJOR("major", Kind.FLAG);

        private final String factName;
        private final Kind kind;

        BuiltIn(String factName, Kind kind) {
            this.factName = factName;
            this.kind = kind;
        }

        @Override
        public String factName() {
            return factName;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public String toString() {
            return factName;
        }
    }
}
