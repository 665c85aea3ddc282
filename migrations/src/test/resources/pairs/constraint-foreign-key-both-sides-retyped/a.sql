create table p(id int primary key);
create table c(id int primary key, p int constraint c_p references p(id));
