-- Version 2 of the tables of a Prospector store on PostgreSQL: leads count against limits as well.
-- A host may apply this file itself, in one transaction, and switch migration off.

alter table prospector_spending add column settled_leads bigint not null default 0;
alter table prospector_spending add column reserved_leads bigint not null default 0;
alter table prospector_reservation add column leads bigint not null default 0;

insert into prospector_schema (version) values (2);
