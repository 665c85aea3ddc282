create table t(id int, team bigint);
alter table t enable row level security;
create policy q on t using (team = 1);
