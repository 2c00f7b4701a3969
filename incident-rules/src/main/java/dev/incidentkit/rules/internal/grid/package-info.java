/**
 * Files as grids of text: Markdown and CSV are taken apart into tables of raw cells, each with its place in the file.
 * Nothing here knows schemas or the language of cells.
 */
@NullMarked
package dev.incidentkit.rules.internal.grid;

import org.jspecify.annotations.NullMarked;
