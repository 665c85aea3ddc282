create table t(id int primary key, a int, constraint a_range check (a > 0), constraint a_top check (a < 100));
