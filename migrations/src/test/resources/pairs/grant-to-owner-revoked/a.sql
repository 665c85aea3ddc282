create table t(id int);
revoke insert on t from postgres;
create table u(id int);
alter table u owner to r_admin;
