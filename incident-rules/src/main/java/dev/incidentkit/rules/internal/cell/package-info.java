/**
 * The language of one cell: simple unary tests of S-FEEL with bare constants, parsed to a small syntax tree whose every
 * part knows the place in the cell where it was read. Nothing here knows the types of columns.
 */
@NullMarked
package dev.incidentkit.rules.internal.cell;

import org.jspecify.annotations.NullMarked;
