-- Version 7 of the tables of a Prospector store on SQLite: holders of leads that fell silent are counted.
-- A host may apply this file itself, in one transaction, and switch migration off.

-- Lost is how many holders fell silent since the lead waited or was given back, executions how often
-- each step was begun since then, as a JSON object.
alter table prospector_run_lead add column lost integer not null default 0;
alter table prospector_run_lead add column executions text;

insert into prospector_schema (version) values (7);
