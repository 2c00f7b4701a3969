package dev.incidentkit.architecture.samples.core.internal;

import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** May name any type, for nobody outside sees it. */
public final class Hidden {
    /** A foreign type that does not count. */
    public @Nullable AbstractAssert<?, ?> unseen() {
        return null;
    }
}
