/** Who may come in: accounts, passwords, sessions. */
@NullMarked
package dev.incidentkit.examples.desk.account;

import org.jspecify.annotations.NullMarked;
