/** The template of the page, and what it shows. */
@NullMarked
package dev.incidentkit.report.internal;

import org.jspecify.annotations.NullMarked;
