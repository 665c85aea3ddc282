create table t(id int);
alter table t owner to r_admin;
grant insert on t to r_reader;
create table u(id int);
alter table u owner to r_reader;
grant select on u to r_admin;
