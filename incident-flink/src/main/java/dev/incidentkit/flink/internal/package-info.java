/** What travels between the steps of a job; public because Flink serializes public types only. */
@NullMarked
package dev.incidentkit.flink.internal;

import org.jspecify.annotations.NullMarked;
