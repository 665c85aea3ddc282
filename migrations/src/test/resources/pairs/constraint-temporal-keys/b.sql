create extension btree_gist;
create table p(id int, valid daterange, constraint p_pk primary key (id, valid without overlaps));
create table c(id int, p int, valid daterange, constraint c_p foreign key (p, period valid) references p (id, period valid));
