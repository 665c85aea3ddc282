CREATE TYPE mood AS ENUM ('a', 'b', 'c');
CREATE TABLE person (id int PRIMARY KEY, mood mood NOT NULL DEFAULT 'a');
