CREATE TYPE status AS ENUM ('new', 'gone');
CREATE TABLE known (status status PRIMARY KEY);
CREATE TABLE job (id int PRIMARY KEY, status status NOT NULL REFERENCES known ON UPDATE CASCADE);
