CREATE TYPE status AS ENUM ('new', 'old');
CREATE TABLE job (id int PRIMARY KEY, status status NOT NULL DEFAULT 'new');
