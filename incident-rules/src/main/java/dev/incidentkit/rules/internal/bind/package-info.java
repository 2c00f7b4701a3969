/** From raw cells to tables: constants get the type of their column, names are looked up, and every fault is kept. */
@NullMarked
package dev.incidentkit.rules.internal.bind;

import org.jspecify.annotations.NullMarked;
