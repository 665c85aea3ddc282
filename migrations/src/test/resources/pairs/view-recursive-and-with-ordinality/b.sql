CREATE TABLE tree (id bigint, parent bigint);
CREATE RECURSIVE VIEW down (id, depth) AS SELECT id, 1 FROM tree WHERE parent IS NULL UNION ALL SELECT t.id, d.depth + 1 FROM tree t JOIN down d ON t.parent = d.id;
