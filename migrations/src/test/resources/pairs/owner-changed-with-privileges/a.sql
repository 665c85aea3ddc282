create table t(id int);
grant select on t to r_admin;
grant insert on t to r_reader;
create table u(id int);
alter table u owner to r_admin;
grant select on u to r_reader;
