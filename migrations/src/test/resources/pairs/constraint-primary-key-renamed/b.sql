create table p(id int constraint p_new primary key, u int constraint u_new unique, constraint c_new check (u > 0));
create table c(p int constraint f_new references p(id));
