create table t(id int not null, b int not null);
