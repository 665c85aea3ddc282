create function mine(team int) returns boolean language sql stable as 'select team > 1';
create table t(id int, team int);
alter table t enable row level security;
create policy p on t using (mine(team));
comment on policy p on t is 'kept';
