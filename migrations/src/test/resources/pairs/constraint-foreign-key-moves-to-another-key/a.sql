create table p(id int primary key, code int);
create table c(id int, constraint f foreign key (id) references p(id));
