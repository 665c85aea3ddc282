create table t(id int, n varchar(10));
create index t_n on t(n);
create index t_low on t(lower(n));
create unique index t_part on t(id) where n <> 'x';
