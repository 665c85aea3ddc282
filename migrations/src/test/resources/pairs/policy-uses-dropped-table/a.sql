create table member(team int, who text);
create table t(id int, team int);
alter table t enable row level security;
create policy q on t for select using (exists (select 1 from member m where m.team = t.team));
