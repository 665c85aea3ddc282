CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT '7', b text NOT NULL, c text[], d text);
INSERT INTO t VALUES (1, '2', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{4}', '2020-01-01');
