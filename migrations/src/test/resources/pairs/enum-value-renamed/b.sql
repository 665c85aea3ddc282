CREATE TYPE mood AS ENUM ('a', 'beta', 'c');
CREATE TABLE person (id int PRIMARY KEY, mood mood NOT NULL DEFAULT 'beta');
