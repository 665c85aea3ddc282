CREATE TABLE target (id int PRIMARY KEY);
CREATE TABLE source (id int PRIMARY KEY, target_id int REFERENCES target (id));
INSERT INTO target VALUES (1);
INSERT INTO source VALUES (1, 1);
