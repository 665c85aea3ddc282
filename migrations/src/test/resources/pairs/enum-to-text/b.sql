CREATE TABLE job (id int PRIMARY KEY, status text NOT NULL DEFAULT 'new');
CREATE VIEW news AS SELECT id, status FROM job WHERE status = 'new';
