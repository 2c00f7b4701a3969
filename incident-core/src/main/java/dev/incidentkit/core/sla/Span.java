package dev.incidentkit.core.sla;

/** A stretch of an incident's past, for clocks that come to apply later. Milliseconds since the epoch. */
record Span(long from, long to, Situation situation) {}
