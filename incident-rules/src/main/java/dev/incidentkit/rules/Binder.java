package dev.incidentkit.rules;

/**
 * Puts the facts that a table looks at into a key, one for each input column and in their order: {@code (t, k) ->
 * k.put(t.severity()).put(t.category())}. The fastest way from facts to ordinals, because the compiler joins it into
 * one piece of code.
 *
 * @param <F> the kind of facts
 */
@FunctionalInterface
public interface Binder<F> {
    /**
     * Puts a value for each input column.
     *
     * @param facts where the values are
     * @param key where they go
     */
    void bind(F facts, Key key);
}
