create table member(team int, who text);
create table t(id int, team int);
alter table t enable row level security;
