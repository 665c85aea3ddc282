create table t(id int, a int);
create view v as select id from t;
create materialized view m as select id from t;
grant select on v to r_reader;
grant select on m to r_reader;
