create table t(id int constraint k primary key, b int constraint u unique);
