-- Version 1 of the tables of a Prospector store on PostgreSQL.
-- A host may apply this file itself, in one transaction, and switch migration off.

create table prospector_schema (
  version integer not null primary key
);

-- What steps gave, by the fingerprint of their inputs.
create table prospector_step (
  tenant text collate "C" not null,
  inputs text collate "C" not null,
  run text not null,
  lead text collate "C" not null,
  section text not null,
  format integer not null,
  value json not null,
  provenance json not null,
  owners json not null,
  calls json not null,
  snapshots integer not null,
  checksum bigint not null,
  primary key (tenant, inputs)
);
create index prospector_step_lead on prospector_step (tenant, lead);

-- The texts of a lead's snapshots, each once: UTF-8.
create table prospector_text (
  tenant text collate "C" not null,
  lead text collate "C" not null,
  sha256 text collate "C" not null,
  content bytea not null,
  primary key (tenant, lead, sha256)
);

-- Which snapshots a step kept, in order.
create table prospector_snapshot (
  tenant text collate "C" not null,
  inputs text collate "C" not null,
  position integer not null,
  lead text collate "C" not null,
  sha256 text collate "C" not null,
  kind text not null,
  address text not null,
  media_type text not null,
  publisher text not null,
  captured_at text,
  primary key (tenant, inputs, position)
);
create index prospector_snapshot_lead on prospector_snapshot (tenant, lead);

-- External calls: intended, and how they ended; no ending while nobody knows.
create table prospector_call (
  tenant text collate "C" not null,
  call text collate "C" not null,
  run text collate "C" not null,
  lead text collate "C" not null,
  step text not null,
  inputs text not null,
  effect text not null,
  reservation json not null,
  ending text,
  usage json,
  primary key (tenant, call)
);
create index prospector_call_open on prospector_call (tenant, run) where ending is null;
create index prospector_call_lead on prospector_call (tenant, lead);

-- Leads as last saved.
create table prospector_lead (
  tenant text collate "C" not null,
  lead text collate "C" not null,
  version bigint not null,
  content json not null,
  proposals json not null,
  primary key (tenant, lead)
);

-- The dossier of a lead, one row for each section.
create table prospector_section (
  tenant text collate "C" not null,
  lead text collate "C" not null,
  position integer not null,
  section text not null,
  format integer not null,
  value jsonb not null,
  provenance jsonb not null,
  owners jsonb not null,
  primary key (tenant, lead, position)
);

-- Sealed answers of services; ends_at in milliseconds since 1970.
create table prospector_answer (
  tenant text collate "C" not null,
  question text collate "C" not null,
  sealed bytea not null,
  ends_at bigint not null,
  primary key (tenant, question)
);
create index prospector_answer_end on prospector_answer (ends_at);

-- Keyed hashes of those who said no.
create table prospector_suppression (
  tenant text collate "C" not null,
  hash text collate "C" not null,
  primary key (tenant, hash)
);

-- What was spent and is reserved in each period: 'run', 'day' or 'month' with its name.
create table prospector_spending (
  tenant text collate "C" not null,
  period text collate "C" not null,
  name text collate "C" not null,
  currency text,
  settled_money text,
  settled_tokens bigint not null,
  settled_calls bigint not null,
  reserved_money text,
  reserved_tokens bigint not null,
  reserved_calls bigint not null,
  primary key (tenant, period, name)
);

-- What was granted and is not settled; expired when its owner did not renew the lease in time.
create table prospector_reservation (
  tenant text collate "C" not null,
  id text collate "C" not null,
  run text not null,
  day text not null,
  currency text,
  money text,
  tokens bigint not null,
  calls bigint not null,
  owner text collate "C" not null,
  lease_end bigint not null,
  expired integer not null,
  primary key (tenant, id)
);
create index prospector_reservation_lease on prospector_reservation (expired, lease_end);
create index prospector_reservation_owner on prospector_reservation (owner);

insert into prospector_schema (version) values (1);
