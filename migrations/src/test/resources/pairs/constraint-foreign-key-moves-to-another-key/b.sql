create table p(id int, code int primary key);
create table c(id int, constraint f foreign key (id) references p(code));
