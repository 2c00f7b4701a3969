/**
 * Events as JSON and back. {@link dev.incidentkit.json.EventCodec} writes the bytes that are sealed: UTF-8, members in a
 * stated order, members without a value left out, instants in ISO-8601 with at most milliseconds, decimal numbers as
 * texts. Personal data does not stand in the bytes: a salted commitment does, and the data lies beside them.
 */
@NullMarked
package dev.incidentkit.json;

import org.jspecify.annotations.NullMarked;
