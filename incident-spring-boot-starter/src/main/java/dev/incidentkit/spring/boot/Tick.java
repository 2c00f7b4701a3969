package dev.incidentkit.spring.boot;

import java.time.Duration;

/**
 * Work that is done again and again.
 *
 * @param name what it is, for the log
 * @param interval how long to wait after it is done before it is done again
 * @param work the work
 */
record Tick(String name, Duration interval, Runnable work) {}
