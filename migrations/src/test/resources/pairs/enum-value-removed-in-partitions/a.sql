CREATE TYPE status AS ENUM ('new', 'old', 'gone');
CREATE TABLE job (id int NOT NULL, status status NOT NULL DEFAULT 'new', PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE job_1 PARTITION OF job FOR VALUES FROM (0) TO (100);
CREATE TABLE job_2 PARTITION OF job (status DEFAULT 'gone') FOR VALUES FROM (100) TO (200);
CREATE INDEX job_status ON job (status);
CREATE INDEX job_2_new ON job_2 (id) WHERE status = 'new';
CREATE TABLE base (status status DEFAULT 'new', CHECK (status <> 'gone'));
CREATE TABLE child (id int) INHERITS (base);
