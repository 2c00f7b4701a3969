/** What the templates show: texts, which they escape. */
@NullMarked
package dev.incidentkit.examples.desk.view;

import org.jspecify.annotations.NullMarked;
