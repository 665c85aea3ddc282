create table t(id int, owner text);
alter table t enable row level security;
create policy own on t using (owner = current_user) with check (owner = current_user);
create policy seen on t for select to r_reader, r_writer using (true);
create policy strict on t as restrictive for delete to public using (id > 0);
create policy ins on t for insert with check (id > 0);
create policy upd on t for update using (id > 0);
