CREATE TYPE mood AS ENUM ('c', 'b', 'a');
CREATE TABLE person (id int PRIMARY KEY, mood mood NOT NULL DEFAULT 'a');
