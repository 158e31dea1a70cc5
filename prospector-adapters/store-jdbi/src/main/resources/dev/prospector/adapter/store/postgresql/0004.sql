-- Version 4 of the tables of a Prospector store on PostgreSQL: runs have a context, a title and a person,
-- and wait in a queue.
-- A host may apply this file itself, in one transaction, and switch migration off.

-- What tenants sell and to whom, each content once under its hash.
create table prospector_context (
  tenant text collate "C" not null,
  content text collate "C" not null,
  body json not null,
  primary key (tenant, content)
);

-- Versions of that, numbered in each tenant. No content once the version was removed.
create table prospector_context_version (
  tenant text collate "C" not null,
  number bigint not null,
  content text,
  person text not null,
  at text not null,
  primary key (tenant, number)
);

-- Queued is the place in the order of arrival, turn that in the order in which runs left the queue,
-- holder the store object that works on such a run.
alter table prospector_run add column context text;
alter table prospector_run add column title text not null default '';
alter table prospector_run add column person text not null default '';
alter table prospector_run add column queued bigint;
alter table prospector_run add column turn bigint;
alter table prospector_run add column holder text;
create index prospector_run_queued on prospector_run (queued);
create index prospector_run_turn on prospector_run (turn);
create index prospector_run_state on prospector_run (state, tenant, run) where ended is null;

insert into prospector_schema (version) values (4);
