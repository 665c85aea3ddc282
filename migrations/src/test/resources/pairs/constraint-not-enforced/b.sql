create table p(id int primary key);
create table c(p int constraint f references p(id) not enforced, constraint pos check (p > 0) not enforced);
