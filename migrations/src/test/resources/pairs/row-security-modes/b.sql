create table a(id int);
alter table a enable row level security;
alter table a force row level security;
create table b(id int);
alter table b enable row level security;
alter table b force row level security;
create table c(id int);
create table d(id int);
