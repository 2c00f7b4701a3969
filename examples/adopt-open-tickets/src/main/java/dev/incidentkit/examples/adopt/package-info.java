/** A helpdesk with a table of its own starts with its open tickets: the core adopts them and guards what comes after. */
@org.jspecify.annotations.NullMarked
package dev.incidentkit.examples.adopt;
