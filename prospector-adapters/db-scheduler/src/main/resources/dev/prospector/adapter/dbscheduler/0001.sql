-- The table of db-scheduler 16, under a name of ours. Can be applied again.

create table if not exists prospector_scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null, -- tenant/run/position
  task_data            bytea,                -- not null: dispatched again while it was worked on
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,              -- how often it was put off, one time after another
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint    not null default 0, -- 1: put off though it may be begun
  primary key (task_name, task_instance)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);

create index if not exists prospector_scheduled_tasks_due
  on prospector_scheduled_tasks (priority desc, execution_time);

-- Only what is worked on has a heartbeat.
create index if not exists prospector_scheduled_tasks_heartbeat
  on prospector_scheduled_tasks (last_heartbeat) where last_heartbeat is not null;
