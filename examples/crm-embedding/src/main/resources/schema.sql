create table if not exists customer (
  id bigint primary key,
  name varchar(200) not null,
  website varchar(200) not null,
  tier varchar(20),
  vehicles int,
  vehicles_quote varchar(400)
);

create table if not exists research (
  run varchar(64) primary key,
  event bigint not null,
  done boolean not null
);
