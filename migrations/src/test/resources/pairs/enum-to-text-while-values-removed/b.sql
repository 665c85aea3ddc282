CREATE TYPE status AS ENUM ('new', 'gone');
CREATE TABLE job (id int PRIMARY KEY, status text NOT NULL DEFAULT 'new', other status, list status);
CREATE VIEW news AS SELECT status, other FROM job WHERE status = 'new';
