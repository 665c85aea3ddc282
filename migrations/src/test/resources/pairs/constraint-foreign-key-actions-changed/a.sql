create table p(id int primary key, x int, y int, unique(x, y));
create table c(id int, x int, y int, constraint f foreign key (id) references p(id) on delete cascade, constraint g foreign key (x, y) references p(x, y) on delete set null);
