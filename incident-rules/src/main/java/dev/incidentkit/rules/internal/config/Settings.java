package dev.incidentkit.rules.internal.config;

import dev.incidentkit.core.lifecycle.Guard;
import dev.incidentkit.rules.config.DefinitionLimits;
import dev.incidentkit.rules.config.HolidaySource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a host gives to the reading of definitions.
 *
 * @param limits the limits
 * @param guards the host's own guards by name
 * @param holidays the host's holidays; null where it has none
 */
public record Settings(
        DefinitionLimits limits,
        Map<String, Guard> guards,
        @Nullable HolidaySource holidays) {
    /** Copies the guards. */
    public Settings {
        guards = Collections.unmodifiableMap(new LinkedHashMap<>(guards));
    }
}
