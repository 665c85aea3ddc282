CREATE TABLE p (id bigint PRIMARY KEY);
CREATE TABLE c (id bigint PRIMARY KEY, p_id bigint REFERENCES p, parent bigint REFERENCES c);
CREATE INDEX c_p ON c (p_id);
INSERT INTO p VALUES (1); INSERT INTO c VALUES (1, 1, 1);
