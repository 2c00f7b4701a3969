/** Classes that break the rules about classes, so that the rules are seen to refuse them. */
@NullMarked
package dev.incidentkit.architecture.samples.core;

import org.jspecify.annotations.NullMarked;
