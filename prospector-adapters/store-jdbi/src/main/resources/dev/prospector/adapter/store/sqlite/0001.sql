-- Version 1 of the tables of a Prospector store on SQLite.
-- A host may apply this file itself, in one transaction, and switch migration off.

create table prospector_schema (
  version integer not null primary key
);

-- What steps gave, by the fingerprint of their inputs.
create table prospector_step (
  tenant text not null,
  inputs text not null,
  run text not null,
  lead text not null,
  section text not null,
  format integer not null,
  value text not null,
  provenance text not null,
  owners text not null,
  calls text not null,
  snapshots integer not null,
  checksum bigint not null,
  primary key (tenant, inputs)
);
create index prospector_step_lead on prospector_step (tenant, lead);

-- The texts of a lead's snapshots, each once: UTF-8.
create table prospector_text (
  tenant text not null,
  lead text not null,
  sha256 text not null,
  content blob not null,
  primary key (tenant, lead, sha256)
);

-- Which snapshots a step kept, in order.
create table prospector_snapshot (
  tenant text not null,
  inputs text not null,
  position integer not null,
  lead text not null,
  sha256 text not null,
  kind text not null,
  address text not null,
  media_type text not null,
  publisher text not null,
  captured_at text,
  primary key (tenant, inputs, position)
);
create index prospector_snapshot_lead on prospector_snapshot (tenant, lead);

-- External calls: intended, and how they ended; no ending while nobody knows. The answer is sealed,
-- and there only while its step may have to be done again.
create table prospector_call (
  tenant text not null,
  call text not null,
  run text not null,
  lead text not null,
  step text not null,
  inputs text not null,
  effect text not null,
  reservation text not null,
  ending text,
  usage text,
  answer blob,
  primary key (tenant, call)
);
create index prospector_call_open on prospector_call (tenant, run) where ending is null;
create index prospector_call_lead on prospector_call (tenant, lead);
create index prospector_call_answer on prospector_call (tenant, run, lead)
  where answer is not null;

-- Leads as last saved.
create table prospector_lead (
  tenant text not null,
  lead text not null,
  version bigint not null,
  content text not null,
  proposals text not null,
  primary key (tenant, lead)
);

-- The dossier of a lead, one row for each section.
create table prospector_section (
  tenant text not null,
  lead text not null,
  position integer not null,
  section text not null,
  format integer not null,
  value text not null,
  provenance text not null,
  owners text not null,
  primary key (tenant, lead, position)
);

-- Sealed answers of services; ends_at in milliseconds since 1970.
create table prospector_answer (
  tenant text not null,
  question text not null,
  sealed blob not null,
  ends_at bigint not null,
  primary key (tenant, question)
);
create index prospector_answer_end on prospector_answer (ends_at);

-- Keyed hashes of those who said no.
create table prospector_suppression (
  tenant text not null,
  hash text not null,
  primary key (tenant, hash)
);

-- What was spent and is reserved in each period: 'run', 'day' or 'month' with its name.
create table prospector_spending (
  tenant text not null,
  period text not null,
  name text not null,
  currency text,
  settled_money text,
  settled_tokens bigint not null,
  settled_calls bigint not null,
  reserved_money text,
  reserved_tokens bigint not null,
  reserved_calls bigint not null,
  primary key (tenant, period, name)
);

-- What was granted and is not settled; expired_at, in milliseconds since 1970, once it was given
-- back because its owner was not heard of.
create table prospector_reservation (
  tenant text not null,
  id text not null,
  run text not null,
  day text not null,
  currency text,
  money text,
  tokens bigint not null,
  calls bigint not null,
  owner text not null,
  expired_at bigint,
  primary key (tenant, id)
);
create index prospector_reservation_expired on prospector_reservation (expired_at)
  where expired_at is not null;

-- Store objects that hold leads or reservations, until they are not heard of at lease_end, in
-- milliseconds since 1970. With machine, process and began others on the same machine can tell at
-- once that a process has died; machine is empty where they cannot.
create table prospector_owner (
  owner text not null primary key,
  machine text not null,
  process bigint not null,
  began bigint not null,
  lease_end bigint not null
);

-- Limits that all processes keep together: how often was asked, and when the last turn was.
create table prospector_limit (
  tenant text not null,
  name text not null,
  asked bigint not null,
  turn text,
  primary key (tenant, name)
);

-- Who holds how much of a limit and could use how much, since which asking.
create table prospector_holding (
  tenant text not null,
  name text not null,
  holder text not null,
  owner text not null,
  held bigint not null,
  wanted bigint not null,
  since bigint not null,
  primary key (tenant, name, holder)
);

-- Runs. No lead before the position in waiting waits; events up to the number in archived are in
-- an archive; week is the Monday of the week in which it began.
create table prospector_run (
  tenant text not null,
  run text not null,
  serial bigint not null,
  pipeline text not null,
  notes text not null,
  state text not null,
  wish text not null,
  accepted bigint not null,
  complete integer not null,
  enriched bigint not null,
  failed bigint not null,
  skipped bigint not null,
  started text not null,
  ended text,
  last_event bigint not null,
  waiting bigint not null,
  week text not null,
  archived bigint not null,
  primary key (tenant, run)
);
create index prospector_run_serial on prospector_run (tenant, serial);
create index prospector_run_week on prospector_run (week);
create index prospector_run_wish on prospector_run (tenant, run) where wish <> state;

-- The leads of runs as they were accepted; no content once the lead was forgotten.
create table prospector_run_input (
  tenant text not null,
  run text not null,
  position bigint not null,
  lead text not null,
  content text,
  checksum bigint not null,
  primary key (tenant, run, position)
);
create index prospector_run_input_lead on prospector_run_input (tenant, lead);

-- What becomes of the leads of runs: no status until it ended. Owner and token say who may write,
-- commits which of his commits was the last; begun is the number of the first event of the work.
create table prospector_run_lead (
  tenant text not null,
  run text not null,
  position bigint not null,
  status text,
  steps text,
  owner text,
  token bigint not null,
  commits bigint not null,
  begun bigint,
  primary key (tenant, run, position)
);
create index prospector_run_lead_open on prospector_run_lead (tenant, run, position)
  where status is null;
create index prospector_run_lead_held on prospector_run_lead (tenant, run, owner)
  where status is null and owner is not null;
create index prospector_run_lead_failed on prospector_run_lead (tenant, run)
  where status = 'FAILED';

-- Events, numbered from 1 in each run. The body lacks what stands in columns of its own.
create table prospector_event (
  tenant text not null,
  run text not null,
  number bigint not null,
  position bigint,
  at text not null,
  type text not null,
  body text not null,
  checksum bigint not null,
  week text not null,
  primary key (tenant, run, number)
) without rowid;
create index prospector_event_lead on prospector_event (tenant, run, position, number)
  where position is not null;

-- Who is sent the events of a tenant's runs. Address and secrets are sealed under a key that is not
-- in the store. Of two endpoints the one whose served is lower comes first; turn is the run of which
-- it was served last, paced when its next message falls due by its rate. Times of endpoints and
-- deliveries are nanoseconds since 1970.
create table prospector_endpoint (
  tenant text not null,
  endpoint text not null,
  version bigint not null,
  types text not null,
  concurrency integer not null,
  per_minute integer not null,
  ordered text not null,
  format text not null,
  sealed blob not null,
  state text not null,
  failing_since bigint,
  last_failure bigint,
  paused_until bigint,
  paced bigint not null,
  served bigint not null,
  turn text not null,
  primary key (tenant, endpoint)
);

-- Messages to endpoints, written with the events that they tell of, and how far each is. The token
-- grows each time that a delivery is given out; it is out while leased_until says when others may
-- take it.
create table prospector_delivery (
  tenant text not null,
  message text not null,
  endpoint text not null,
  run text not null,
  number bigint not null,
  lead text,
  type text not null,
  at bigint not null,
  format text not null,
  body text not null,
  state text not null,
  attempts integer not null,
  due bigint not null,
  token bigint not null,
  leased_until bigint,
  last_at bigint,
  last_status integer,
  last_failure text,
  primary key (tenant, message, endpoint)
);
create index prospector_delivery_untried on prospector_delivery (tenant, endpoint, run, number)
  where state = 'PENDING' and leased_until is null and attempts = 0;
create index prospector_delivery_again on prospector_delivery (tenant, endpoint, run, due)
  where state = 'PENDING' and leased_until is null and attempts > 0;
create index prospector_delivery_out on prospector_delivery (tenant, endpoint, leased_until)
  where leased_until is not null;
create index prospector_delivery_time on prospector_delivery (tenant, endpoint, at, message);
create index prospector_delivery_lead on prospector_delivery (tenant, lead);

insert into prospector_schema (version) values (1);
