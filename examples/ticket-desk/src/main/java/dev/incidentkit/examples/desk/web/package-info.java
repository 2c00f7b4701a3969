/** Pages over HTTP. Nothing here knows a status, a step or a rule by name. */
@NullMarked
package dev.incidentkit.examples.desk.web;

import org.jspecify.annotations.NullMarked;
