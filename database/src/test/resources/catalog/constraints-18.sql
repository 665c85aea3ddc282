CREATE EXTENSION btree_gist;
CREATE TABLE stays (room int, during tstzrange, PRIMARY KEY (room, during WITHOUT OVERLAPS));
CREATE TABLE cleanings (room int, during tstzrange, FOREIGN KEY (room, PERIOD during) REFERENCES stays (room, PERIOD during));
CREATE TABLE loose (a int PRIMARY KEY, b int REFERENCES loose NOT ENFORCED, c int CHECK (c > 0) NOT ENFORCED);
