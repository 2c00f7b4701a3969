/**
 * A store in a relational database: H2, PostgreSQL, MariaDB, and MySQL untested. {@link
 * dev.incidentkit.store.jdbc.Schema} prints, installs and verifies the tables, {@link
 * dev.incidentkit.store.jdbc.JdbcIncidentStore} reads and writes them. {@code docs/stores.md} says which statements run
 * and what is promised.
 */
@NullMarked
package dev.incidentkit.store.jdbc;

import org.jspecify.annotations.NullMarked;
