/**
 * Whole process definitions from YAML files and the tables that they name. {@link
 * dev.incidentkit.rules.config.DefinitionFiles} reads and writes them. What is wrong with any of the files is told at once,
 * each thing with its place.
 */
@NullMarked
package dev.incidentkit.rules.config;

import org.jspecify.annotations.NullMarked;
