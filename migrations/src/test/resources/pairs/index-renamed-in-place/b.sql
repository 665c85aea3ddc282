create table t(id int, name text);
create index new_name on t(lower(name)) where id > 0;
create unique index new_unique on t(id);
comment on index new_name is 'the same';
