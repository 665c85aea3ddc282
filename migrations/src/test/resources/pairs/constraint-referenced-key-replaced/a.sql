create table p(id int, tenant int, constraint p_pk primary key (id));
create table c(p int constraint c_p references p(id));
create view v as select id, tenant from p group by id;
comment on constraint c_p on c is 'kept';
