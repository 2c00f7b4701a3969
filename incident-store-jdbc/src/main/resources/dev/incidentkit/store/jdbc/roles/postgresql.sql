-- Three roles on PostgreSQL, to be granted to the accounts of a host. Run it as the owner of the tables, in their schema.
-- Nobody but the keeper can delete an event, nobody can change one, and the writer cannot delete personal data.
create role ik_writer nologin;
create role ik_redactor nologin;
create role ik_keeper nologin;

-- The writer: what a ServiceDesk and its runners need.
grant select on ik_schema to ik_writer;
grant select, insert, update on ik_tenant to ik_writer;
grant select, insert, update, delete on ik_incident, ik_term, ik_message, ik_command, ik_reserved to ik_writer;
grant select, insert on ik_event, ik_personal, ik_definition to ik_writer;
grant usage on sequence ik_feed to ik_writer;

-- The redactor: a writer that may also delete personal data, for a desk that takes redactions.
grant ik_writer to ik_redactor;
grant delete on ik_personal to ik_redactor;

-- The keeper: archive, retention and keys that have run out.
grant ik_redactor to ik_keeper;
grant delete on ik_event to ik_keeper;
