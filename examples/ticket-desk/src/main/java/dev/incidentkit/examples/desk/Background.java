package dev.incidentkit.examples.desk;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that the library does not have: one calls its runners, one follows its feed. */
final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "ticket-desk");
        thread.setDaemon(true);
        return thread;
    });

    /** Does something again and again, also after it failed. */
    void every(long milliseconds, Runnable work) {
        ScheduledFuture<?> unused =
                threads.scheduleWithFixedDelay(() -> carefully(work), 0, milliseconds, TimeUnit.MILLISECONDS);
    }

    private static void carefully(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Background work failed and will be tried again", e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
