create table t(id int primary key, a int, constraint a_range check (a > 1 and a < 1000), constraint a_odd check (a % 2 = 1));
