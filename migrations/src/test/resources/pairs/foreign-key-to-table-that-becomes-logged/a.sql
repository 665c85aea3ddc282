CREATE UNLOGGED TABLE target (id int PRIMARY KEY);
CREATE TABLE source (id int PRIMARY KEY, target_id int);
INSERT INTO target VALUES (1);
INSERT INTO source VALUES (1, 1);
