-- Three roles on MariaDB 10.6 or newer, to be granted to the accounts of a host. Run it with the database of the tables
-- selected. Nobody but the keeper can delete an event, nobody can change one, and the writer cannot delete personal data.
-- An account uses a role that it was granted only where it is its default:
--   grant ik_writer to desk@'%'; set default role ik_writer for desk@'%';
create role ik_writer;
create role ik_redactor;
create role ik_keeper;

-- The writer: what a ServiceDesk and its runners need.
grant select on ik_schema to ik_writer;
grant select, insert, update on ik_tenant to ik_writer;
grant select, insert, update, delete on ik_incident to ik_writer;
grant select, insert, update, delete on ik_term to ik_writer;
grant select, insert, update, delete on ik_message to ik_writer;
grant select, insert, update, delete on ik_command to ik_writer;
grant select, insert, update, delete on ik_reserved to ik_writer;
grant select, insert on ik_event to ik_writer;
grant select, insert on ik_personal to ik_writer;
grant select, insert on ik_definition to ik_writer;

-- The redactor: a writer that may also delete personal data, for a desk that takes redactions.
grant ik_writer to ik_redactor;
grant delete on ik_personal to ik_redactor;

-- The keeper: archive, retention and keys that have run out.
grant ik_redactor to ik_keeper;
grant delete on ik_event to ik_keeper;
