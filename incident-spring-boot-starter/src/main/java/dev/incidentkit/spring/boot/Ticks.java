package dev.incidentkit.spring.boot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * The one scheduler: begins when the application has started, ends first when it stops. Each tick has a thread, so that
 * slow mail keeps no deadline waiting. It is no bean, since Boot's own scheduler would step back for it.
 *
 * <p>What a tick has claimed and does not finish, because the process ends or it is interrupted, is claimed again once its
 * lease has run out.
 */
final class Ticks implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Ticks.class);

    private final List<Tick> ticks;
    private final Duration wait;
    private volatile @Nullable ThreadPoolTaskScheduler scheduler;

    /**
     * Prepares the ticks.
     *
     * @param ticks what is done
     * @param wait for how long a tick that runs may go on when it all stops, before it is interrupted
     */
    Ticks(List<Tick> ticks, Duration wait) {
        this.ticks = List.copyOf(ticks);
        this.wait = wait;
    }

    @Override
    public void start() {
        if (ticks.isEmpty() || scheduler != null) {
            return;
        }
        ThreadPoolTaskScheduler begun = new ThreadPoolTaskScheduler();
        begun.setPoolSize(ticks.size());
        begun.setThreadNamePrefix("incidentkit-");
        begun.setDaemon(true);
        begun.setWaitForTasksToCompleteOnShutdown(true);
        begun.setAwaitTerminationMillis(wait.toMillis());
        begun.setErrorHandler(failure -> LOG.error("A tick failed and is tried again", failure));
        begun.initialize();
        for (Tick tick : ticks) {
            ScheduledFuture<?> unused = begun.scheduleWithFixedDelay(() -> run(tick), tick.interval());
        }
        scheduler = begun;
    }

    /** A database that is away for a while ends no schedule. */
    private static void run(Tick tick) {
        try {
            tick.work().run();
        } catch (RuntimeException e) {
            LOG.warn("The tick '{}' failed and is tried again in {}", tick.name(), tick.interval(), e);
        }
    }

    @Override
    public void stop() {
        ThreadPoolTaskScheduler running = scheduler;
        if (running == null) {
            return;
        }
        scheduler = null;
        running.shutdown();
        running.getScheduledExecutor().shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
