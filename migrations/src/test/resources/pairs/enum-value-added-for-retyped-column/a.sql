CREATE TYPE status AS ENUM ('new', 'done');
CREATE TABLE job (id int PRIMARY KEY, status text NOT NULL DEFAULT 'new');
