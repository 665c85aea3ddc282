create table t(id int);
create table u(id int);
alter table u owner to r_admin;
revoke all on u from r_admin;
