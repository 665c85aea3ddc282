CREATE TABLE a (id int PRIMARY KEY, name text);
CREATE TABLE b (id int PRIMARY KEY);
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE PUBLICATION two FOR TABLE a, b WITH (publish = 'insert, update', publish_via_partition_root = true);
CREATE PUBLICATION nothing;
COMMENT ON PUBLICATION two IS 'two tables';
