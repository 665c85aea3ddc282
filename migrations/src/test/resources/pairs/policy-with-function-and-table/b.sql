create table member(team int, who text);
create function mine(int) returns boolean language sql stable as 'select exists (select from member where team = $1 and who = current_user)';
create table t(id int, team int);
alter table t enable row level security;
create policy p on t using (mine(team));
create policy q on t for select using (exists (select 1 from member m where m.team = t.team));
