/** Invented incidents, driven through the same forms as those of people. */
@NullMarked
package dev.incidentkit.examples.desk.demo;

import org.jspecify.annotations.NullMarked;
