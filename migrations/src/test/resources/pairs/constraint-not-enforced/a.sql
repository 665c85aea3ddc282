create table p(id int primary key);
create table c(p int constraint f references p(id), constraint pos check (p > 0));
