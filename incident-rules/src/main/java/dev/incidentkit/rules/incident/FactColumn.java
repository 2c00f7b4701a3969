package dev.incidentkit.rules.incident;

import dev.incidentkit.core.incident.Incident;
import dev.incidentkit.rules.Input;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column and where its value stands in an incident.
 *
 * @param input the column
 * @param value gives the value, null where it is missing
 * @param <T> the Java type of the values
 */
public record FactColumn<T>(Input<T> input, Function<Incident, @Nullable T> value) {}
