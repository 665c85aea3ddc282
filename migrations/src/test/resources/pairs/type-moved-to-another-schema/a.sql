CREATE SCHEMA s;
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (mood mood DEFAULT 'a');
