-- Version 6 of the tables of a Prospector store on SQLite: candidates of searches, and what queries found.
-- A host may apply this file itself, in one transaction, and switch migration off.

create table prospector_query (
  tenant text not null,
  run text not null,
  position integer not null,
  query text not null,
  answered integer not null,
  entry text not null,
  primary key (tenant, run, position)
);

-- Under which query of which run a candidate was found first, and at which place of it.
create table prospector_candidate (
  tenant text not null,
  domain text not null,
  run text not null,
  position integer not null,
  place integer not null,
  verdict text not null,
  state text not null,
  entry text not null,
  primary key (tenant, domain)
);
create index prospector_candidate_found on prospector_candidate (tenant, run, position, place);
create index prospector_candidate_state on prospector_candidate (tenant, verdict, state, domain);

insert into prospector_schema (version) values (6);
