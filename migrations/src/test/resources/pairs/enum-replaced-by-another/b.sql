CREATE TYPE state AS ENUM ('new', 'old', 'lost');
CREATE TABLE job (id int PRIMARY KEY, status state NOT NULL DEFAULT 'lost', CHECK (status <> 'lost'));
