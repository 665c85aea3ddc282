create table t(id int);
alter table t owner to r_admin;
