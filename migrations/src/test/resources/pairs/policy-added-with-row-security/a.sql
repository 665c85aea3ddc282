create table t(id int, owner text);
