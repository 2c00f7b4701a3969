package dev.incidentkit.architecture.samples.core.calendar;

import dev.incidentkit.architecture.samples.core.sla.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks to its right, names foreign types, asks clocks, sleeps, logs and binds state to a thread. */
public final class Day {
    private static final Logger LOG = LoggerFactory.getLogger(Day.class);
    private static final ThreadLocal<String> BOUND = new ThreadLocal<>();

    private final Clock clock = new Clock();

    /** A foreign type inside a type argument. */
    public List<? extends @Nullable AbstractAssert<?, ?>> named() {
        return List.of();
    }

    AbstractAssert<?, ?> @Nullable [] unseen() {
        return null;
    }

    String askClocks(InstantSource given) {
        Supplier<Instant> later = Instant::now;
        return "" + later.get() + given.instant() + System.currentTimeMillis() + new Date() + new Date(0)
                + LocalDate.now(java.time.Clock.systemUTC()) + InstantSource.system();
    }

    void sleep() throws InterruptedException {
        LOG.info("{} {}", clock, BOUND.get());
        Thread.sleep(0);
    }
}
