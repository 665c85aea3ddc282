create table t(id int, name text);
create index old_name on t(lower(name)) where id > 0;
create unique index old_unique on t(id);
comment on index old_name is 'the same';
alter table t replica identity default;
