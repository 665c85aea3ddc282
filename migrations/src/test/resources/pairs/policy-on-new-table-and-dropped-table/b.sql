create table fresh(id int);
alter table fresh enable row level security;
alter table fresh force row level security;
create policy p on fresh using (id > 0);
comment on policy p on fresh is 'said';
