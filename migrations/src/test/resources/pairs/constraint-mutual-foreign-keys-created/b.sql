create table other(id int);
create table a(id int primary key, b int);
create table b(id int primary key, a int references a(id));
alter table a add constraint a_b foreign key (b) references b(id);
create table r1(id int primary key, n int);
create table r2(id int primary key, n int references r1(id));
create table r3(id int primary key, n int references r2(id));
create table r4(id int primary key, n int references r3(id));
alter table r1 add constraint ring foreign key (n) references r4(id);
