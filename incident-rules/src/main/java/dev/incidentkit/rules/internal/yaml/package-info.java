/** YAML as a tree of texts, lists and mappings, in which each value knows its place. */
@NullMarked
package dev.incidentkit.rules.internal.yaml;

import org.jspecify.annotations.NullMarked;
