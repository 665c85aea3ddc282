CREATE TYPE status AS ENUM ('new', 'old', 'gone');
CREATE TABLE job (id int PRIMARY KEY, status status NOT NULL DEFAULT 'new');
CREATE VIEW news AS SELECT id, status FROM job WHERE status = 'new';
