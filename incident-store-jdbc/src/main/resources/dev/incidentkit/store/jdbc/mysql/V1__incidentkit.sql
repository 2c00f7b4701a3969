-- IncidentKit, schema version 1, MySQL 8.0 or newer (not tested: see docs/stores.md).
-- Instants are epoch milliseconds (UTC). Every key begins with the tenant. The library never runs this by surprise:
-- print or install it with dev.incidentkit.store.jdbc.Schema, or use this folder as a location of Flyway.

-- One row: the version of the schema, and what is added to positions of the feed since a restore.
create table ik_schema (
    version integer not null primary key,
    feed_base bigint not null
) engine = innodb default character set utf8mb4 collate utf8mb4_0900_bin;

-- One row a tenant: whom claims serve in turn, and the last position of its feed.
create table ik_tenant (
    tenant varchar(64) not null primary key,
    feed_position bigint not null
) engine = innodb default character set utf8mb4 collate utf8mb4_0900_bin;

-- What is known of an incident beside its record; all of it can be rebuilt from the events. Its wake-up is claimed from
-- wake_from on: when it falls due, or later where it failed.
create table ik_incident (
    tenant varchar(64) not null,
    incident varchar(64) not null,
    version bigint not null,
    head_hash varchar(64) not null,
    definition varchar(100) not null,
    status varchar(100) not null,
    phase varchar(20) not null,
    is_closed integer not null,
    priority varchar(100),
    priority_rank integer not null,
    number_text varchar(250),
    title varchar(500),
    category varchar(250),
    owner_group varchar(100),
    owner_person varchar(100),
    reported_at bigint not null,
    resolved_at bigint,
    ended_at bigint,
    next_breach bigint not null,
    wake_at bigint,
    wake_from bigint,
    wake_failures integer not null,
    lease_until bigint not null,
    lease_token varchar(64),
    legal_hold integer not null,
    extra longblob not null,
    terms_hash bigint not null,
    terms_changed integer not null,
    feed_mark bigint not null,
    archived_to varchar(500),
    primary key (tenant, incident)
) engine = innodb default character set utf8mb4 collate utf8mb4_0900_bin;
create index ik_incident_queue on ik_incident (tenant, is_closed, priority_rank, next_breach, reported_at, incident);
create index ik_incident_reported on ik_incident (tenant, reported_at, incident);
create index ik_incident_status on ik_incident (tenant, status, reported_at, incident);
create index ik_incident_group on ik_incident (tenant, owner_group, is_closed, reported_at, incident);
create index ik_incident_person on ik_incident (tenant, owner_person, is_closed, reported_at, incident);
create index ik_incident_breach on ik_incident (tenant, next_breach, incident);
create index ik_incident_wake on ik_incident (tenant, wake_from);
create index ik_incident_failed on ik_incident (wake_failures);
create index ik_incident_number on ik_incident (tenant, number_text);
create index ik_incident_resolved on ik_incident (tenant, resolved_at);
create index ik_incident_ended on ik_incident (tenant, ended_at);

-- Words, services, references, categories and attributes under which an incident is found.
create table ik_term (
    tenant varchar(64) not null,
    kind varchar(64) not null,
    term varchar(200) not null,
    incident varchar(64) not null,
    primary key (tenant, kind, term, incident)
) engine = innodb default character set utf8mb4 collate utf8mb4_0900_bin;
create index ik_term_incident on ik_term (tenant, incident);

-- The record: sealed bytes, only ever inserted. Sequence 0 says where an archived incident is.
create table ik_event (
    tenant varchar(64) not null,
    incident varchar(64) not null,
    sequence bigint not null,
    type varchar(100) not null,
    form integer not null,
    body longblob not null,
    hash varbinary(64) not null,
    effective_at bigint not null,
    recorded_at bigint not null,
    feed_mark bigint not null,
    feed_position bigint not null,
    primary key (tenant, incident, sequence)
) engine = innodb default character set utf8mb4 collate utf8mb4_0900_bin;
create unique index ik_event_feed on ik_event (tenant, feed_mark, feed_position);

-- Personal data apart from the sealed bytes, so that it can be deleted.
create table ik_personal (
    tenant varchar(64) not null,
    incident varchar(64) not null,
    sequence bigint not null,
    place integer not null,
    path varchar(200) not null,
    salt varbinary(64) not null,
    value_bytes longblob not null,
    primary key (tenant, incident, sequence, place)
) engine = innodb default character set utf8mb4 collate utf8mb4_0900_bin;

-- Messages to be sent. State 0 waits, 1 is parked, 2 is parked and holds the later ones back.
create table ik_message (
    tenant varchar(64) not null,
    incident varchar(64) not null,
    sequence bigint not null,
    id varchar(200) not null,
    topic varchar(100) not null,
    body longblob not null,
    created_at bigint not null,
    state integer not null,
    attempts integer not null,
    not_before bigint not null,
    token varchar(64),
    primary key (tenant, incident, sequence)
) engine = innodb default character set utf8mb4 collate utf8mb4_0900_bin;
create unique index ik_message_id on ik_message (tenant, id);
create index ik_message_due on ik_message (tenant, state, not_before);
create index ik_message_oldest on ik_message (tenant, state, created_at, id);

-- Keys of accepted commands with their receipts. Redaction empties key_text; the hash still answers.
create table ik_command (
    tenant varchar(64) not null,
    key_hash varbinary(64) not null,
    key_text varchar(200),
    fingerprint varchar(100) not null,
    incident varchar(64) not null,
    version bigint not null,
    events integer not null,
    accepted_at bigint not null,
    expires_at bigint not null,
    primary key (tenant, key_hash)
) engine = innodb default character set utf8mb4 collate utf8mb4_0900_bin;
create index ik_command_incident on ik_command (tenant, incident);
create index ik_command_expires on ik_command (expires_at);

-- Keys that one incident holds at a time.
create table ik_reserved (
    tenant varchar(64) not null,
    key_hash varbinary(64) not null,
    key_text varchar(200),
    incident varchar(64) not null,
    primary key (tenant, key_hash)
) engine = innodb default character set utf8mb4 collate utf8mb4_0900_bin;
create index ik_reserved_incident on ik_reserved (tenant, incident);

-- Definitions by their content hash.
create table ik_definition (
    tenant varchar(64) not null,
    hash varchar(100) not null,
    name varchar(200) not null,
    body longblob not null,
    primary key (tenant, hash)
) engine = innodb default character set utf8mb4 collate utf8mb4_0900_bin;

insert into ik_schema (version, feed_base) values (1, 0);
