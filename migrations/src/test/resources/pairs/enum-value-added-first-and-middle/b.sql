CREATE TYPE mood AS ENUM ('a', 'b', 'c', 'd', 'e');
CREATE TABLE person (id int PRIMARY KEY, mood mood NOT NULL DEFAULT 'b', past mood[]);
