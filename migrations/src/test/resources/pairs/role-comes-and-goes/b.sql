create table t(id int);
alter table t enable row level security;
grant select on t to r_fresh;
create policy p on t to r_fresh2 using (id > 0);
create table u(id int);
alter table u owner to r_fresh3;
comment on table u is 'x';
