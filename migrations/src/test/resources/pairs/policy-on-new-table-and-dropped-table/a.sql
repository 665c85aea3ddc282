create table gone(id int);
alter table gone enable row level security;
create policy p on gone using (id > 0);
