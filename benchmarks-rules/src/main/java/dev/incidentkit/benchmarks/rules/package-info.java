/** What decision tables cost, beside rule engines and hand-written bounds over the same tables. */
@NullMarked
package dev.incidentkit.benchmarks.rules;

import org.jspecify.annotations.NullMarked;
