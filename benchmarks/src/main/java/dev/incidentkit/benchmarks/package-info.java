/** Benchmarks. Each names the decision that it serves, and stands beside its peers and a hand-written bound. */
@NullMarked
package dev.incidentkit.benchmarks;

import org.jspecify.annotations.NullMarked;
