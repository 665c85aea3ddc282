create table t(a int, b int, c int);
alter table t add constraint a_there not null a;
alter table t add constraint c_there not null c not valid;
