/** Forms made from what a definition asks of each action, and the commands that they become. */
@NullMarked
package dev.incidentkit.examples.desk.form;

import org.jspecify.annotations.NullMarked;
