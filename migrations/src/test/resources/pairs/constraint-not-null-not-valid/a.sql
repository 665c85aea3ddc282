create table t(a int, b int, c int not null);
alter table t add constraint a_there not null a not valid;
alter table t add constraint b_there not null b not valid;
