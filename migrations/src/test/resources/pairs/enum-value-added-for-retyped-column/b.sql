CREATE TYPE status AS ENUM ('new', 'done', 'lost');
CREATE TABLE job (id int PRIMARY KEY, status status NOT NULL DEFAULT 'new');
