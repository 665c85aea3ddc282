create extension btree_gist;
create table p(id int, valid daterange);
create table c(id int, p int, valid daterange);
