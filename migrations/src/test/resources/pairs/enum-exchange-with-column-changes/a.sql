CREATE TYPE status AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int, one status DEFAULT 'a', two status NOT NULL, three status, four text);
CREATE INDEX t_one ON t (one, two);
