/**
 * A ticket desk that embeds the library: the program and the server. Read
 * {@link dev.incidentkit.examples.desk.embed.Embedding} first.
 */
@NullMarked
package dev.incidentkit.examples.desk;

import org.jspecify.annotations.NullMarked;
