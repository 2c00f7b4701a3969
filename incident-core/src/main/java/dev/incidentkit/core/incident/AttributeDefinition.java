package dev.incidentkit.core.incident;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that a definition declares beside the built-in fields.
 *
 * @param name 1 to 60 characters, not blank, unique within a definition
 * @param type what values it takes
 * @param traits what else is said of it
 * @param scale the scale of its levels; present exactly where the type is {@link AttributeType#SCALE}
 */
public record AttributeDefinition(
        String name,
        AttributeType type,
        Set<AttributeTrait> traits,
        @Nullable Scale<CustomLevel> scale) {
    /**
     * Checks that the parts fit each other.
     *
     * @throws IllegalArgumentException if the name is blank, the scale is missing or superfluous, or an attribute that
     *     is not a text is marked as personal
     */
    public AttributeDefinition {
        Checks.name(name, 60, "name of an attribute");
        traits = Set.copyOf(traits);
        if ((type == AttributeType.SCALE) != (scale != null)) {
            throw new IllegalArgumentException("Attribute '" + name + "' of type " + type
                    + (scale == null ? " needs a scale" : " must not have the scale " + scale));
        }
        if (traits.contains(AttributeTrait.PERSONAL) && type != AttributeType.TEXT) {
            throw new IllegalArgumentException(
                    "Only a TEXT may be personal, but attribute '" + name + "' is a " + type);
        }
    }

    /**
     * An attribute of any type but SCALE.
     *
     * @param name its name
     * @param type what values it takes
     * @param traits what else is said of it
     * @return the definition
     */
    public static AttributeDefinition of(String name, AttributeType type, AttributeTrait... traits) {
        return new AttributeDefinition(name, type, Set.of(traits), null);
    }

    /**
     * An attribute whose values are levels of a scale. The scale carries the attribute's name.
     *
     * @param scale the scale
     * @param traits what else is said of it
     * @return the definition
     */
    public static AttributeDefinition scale(Scale<CustomLevel> scale, AttributeTrait... traits) {
        return new AttributeDefinition(scale.name(), AttributeType.SCALE, Set.of(traits), scale);
    }

    /**
     * Says what is wrong with a value, if anything is.
     *
     * @param value a value
     * @return the fault as a sentence, or empty if the value fits
     */
    public Optional<String> fault(AttributeValue value) {
        if (value.type() != type) {
            return Optional.of("attribute '" + name + "' takes " + type + ", but " + value + " is " + value.type());
        }
        boolean personal = traits.contains(AttributeTrait.PERSONAL);
        if (type == AttributeType.TEXT && personal != value instanceof AttributeValue.Personal) {
            return Optional.of("attribute '" + name + "' is " + (personal ? "" : "not ")
                    + "personal data, but its value says otherwise");
        }
        if (scale != null && value instanceof AttributeValue.Graded graded && !scale.contains(graded.value())) {
            return Optional.of("attribute '" + name + "' has no level " + graded.value() + ": " + scale.levels());
        }
        return Optional.empty();
    }
}
