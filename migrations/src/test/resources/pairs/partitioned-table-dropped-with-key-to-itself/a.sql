CREATE TABLE kept (id int);
CREATE TABLE tree (id bigint PRIMARY KEY, above bigint) PARTITION BY LIST (id);
CREATE TABLE a_branch PARTITION OF tree FOR VALUES IN (1, 2);
ALTER TABLE tree ADD CONSTRAINT tree_above FOREIGN KEY (above) REFERENCES tree (id);
