-- Version 3 of the tables of a Prospector store on SQLite: look-ups and the terms of runs are kept.
-- A host may apply this file itself, in one transaction, and switch migration off.

-- What steps asked of sources, in order, and what they answered; the text of what was found stands
-- in prospector_text.
create table prospector_lookup (
  tenant text not null,
  step text not null,
  position integer not null,
  lead text not null,
  body text not null,
  sha256 text,
  checksum bigint not null,
  primary key (tenant, step, position)
);
create index prospector_lookup_lead on prospector_lookup (tenant, lead);

alter table prospector_run add column terms text not null default '{"asOf":null,"freshness":{}}';

insert into prospector_schema (version) values (3);
