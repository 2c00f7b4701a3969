package dev.incidentkit.core.incident;

import java.util.Optional;

/**
 * What kind of effect an incident has on its services: whether they are away, are worse than agreed, or nobody has noticed
 * yet. It is kept as an attribute by the name of {@link #ATTRIBUTE}, which a definition declares with {@link #attribute()}; so
 * it is set, required, asked for by conditions and queried like any other. Of an incident that does not say so nothing is
 * assumed; downtime takes it for an interruption.
 */
public enum Effect {
    /** A service does not work. */
    INTERRUPTION,

    /** A service works, but worse than agreed: slower, with errors, in parts. */
    DEGRADATION,

    /** No user notices, for example because a spare took over. */
    NONE_VISIBLE;

    /** The name of the attribute that holds it. */
    public static final String ATTRIBUTE = "effect";

    private static final Scale<CustomLevel> SCALE =
            Scale.custom(ATTRIBUTE, INTERRUPTION.name(), DEGRADATION.name(), NONE_VISIBLE.name());

    /** {@return the attribute for a definition to declare: a scale, the worst effect first, by which stores find incidents} */
    public static AttributeDefinition attribute() {
        return AttributeDefinition.scale(SCALE, AttributeTrait.INDEXED);
    }

    /** {@return this effect as an attribute of an incident} */
    public Attributes asAttribute() {
        return Attributes.of(ATTRIBUTE, AttributeValue.of(SCALE.level(name())));
    }

    /**
     * The effect of an incident.
     *
     * @param incident the incident
     * @return the effect; empty where it is not said, or in words of a scale of the host's own
     */
    public static Optional<Effect> of(Incident incident) {
        return incident.attributes()
                .get(ATTRIBUTE)
                .filter(AttributeValue.Graded.class::isInstance)
                .map(value -> ((AttributeValue.Graded) value).value().name())
                .flatMap(Effect::named);
    }

    private static Optional<Effect> named(String name) {
        for (Effect effect : values()) {
            if (effect.name().equals(name)) {
                return Optional.of(effect);
            }
        }
        return Optional.empty();
    }
}
