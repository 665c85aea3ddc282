create extension btree_gist;
create table target(id int primary key, code text);
create table t(id int, a int not null, b int, during tsrange, note text);
