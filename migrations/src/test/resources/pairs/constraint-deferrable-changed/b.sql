create table p(id int primary key, u int unique);
create table c(id int primary key, p int constraint c_p references p(id) deferrable initially deferred, q int constraint c_q references p(id), u int constraint c_u unique);
