create table t(id int);
alter table t enable row level security;
create policy old_name on t using (id > 0);
