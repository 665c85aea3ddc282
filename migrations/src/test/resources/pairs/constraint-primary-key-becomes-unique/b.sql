create table t(id int constraint k unique, b int constraint u primary key);
