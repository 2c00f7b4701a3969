/**
 * Incidents on Apache Flink: the same fold, clocks and metrics as in one process, keyed by incident, in event time.
 * {@link dev.incidentkit.flink.FeedSource} reads the feed of a store; {@link dev.incidentkit.flink.IncidentStreams} gives
 * figures as of instants, and what clocks set off. {@code docs/flink.md} says when to use it and what it guarantees.
 */
@NullMarked
package dev.incidentkit.flink;

import org.jspecify.annotations.NullMarked;
