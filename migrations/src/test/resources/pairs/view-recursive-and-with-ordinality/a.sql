CREATE TABLE tree (id int, parent int);
CREATE RECURSIVE VIEW down (id, depth) AS SELECT id, 0 FROM tree WHERE parent IS NULL UNION ALL SELECT t.id, d.depth + 1 FROM tree t JOIN down d ON t.parent = d.id;
