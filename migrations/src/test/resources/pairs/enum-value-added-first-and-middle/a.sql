CREATE TYPE mood AS ENUM ('b', 'd');
CREATE TABLE person (id int PRIMARY KEY, mood mood NOT NULL DEFAULT 'b', past mood[]);
