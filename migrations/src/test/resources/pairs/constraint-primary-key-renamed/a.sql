create table p(id int constraint p_old primary key, u int constraint u_old unique, constraint c_old check (u > 0));
create table c(p int constraint f_old references p(id));
