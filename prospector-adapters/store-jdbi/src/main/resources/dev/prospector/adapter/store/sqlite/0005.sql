-- Version 5 of the tables of a Prospector store on SQLite: what remote agents report is kept.
-- A host may apply this file itself, in one transaction, and switch migration off.

-- Leads as they began in runs of remote agents; latest is 1 where one began last. Who was forgotten
-- leaves the place alone. Began is nanoseconds since 1970.
create table prospector_remote_lead (
  tenant text not null,
  run text not null,
  position bigint not null,
  lead text not null,
  latest integer not null,
  status text not null,
  began bigint not null,
  content text,
  checksum bigint not null,
  primary key (tenant, run, position)
);
create unique index prospector_remote_lead_run on prospector_remote_lead (tenant, run, lead)
  where content is not null;
create unique index prospector_remote_lead_latest on prospector_remote_lead (tenant, lead)
  where latest = 1;
create index prospector_remote_lead_status on prospector_remote_lead (tenant, status)
  where latest = 1;

-- What remote agents reported of leads, in the order in which it came.
create table prospector_remote_report (
  tenant text not null,
  lead text not null,
  event text not null,
  run text not null,
  serial bigint not null,
  content text not null,
  checksum bigint not null,
  primary key (tenant, lead, event)
);
create unique index prospector_remote_report_run
  on prospector_remote_report (tenant, run, lead, serial);

insert into prospector_schema (version) values (5);
