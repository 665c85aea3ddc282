-- Views over views, over functions, kept and plain, recursive, with options, rules.
CREATE TABLE products (id integer PRIMARY KEY, name text NOT NULL, price numeric NOT NULL, category_id integer, data jsonb);
CREATE TABLE categories (id integer PRIMARY KEY, parent_id integer REFERENCES categories, name text);
CREATE VIEW z_base AS SELECT id, name, price FROM products WHERE price > 0 AND name <> '{x}';
CREATE VIEW a_over AS SELECT id, upper(name) AS "Name", price * 1.2 AS gross FROM z_base;
CREATE MATERIALIZED VIEW m_kept AS SELECT a.id, a.gross, c.name AS category FROM a_over a LEFT JOIN categories c ON c.id = a.id;
CREATE UNIQUE INDEX m_kept_id ON m_kept (id);
CREATE INDEX m_kept_lower ON m_kept (lower(category)) WHERE gross > 10;
CREATE VIEW b_over_kept AS SELECT * FROM m_kept WHERE gross > 5;
CREATE MATERIALIZED VIEW n_kept_empty WITH (fillfactor = 80) AS SELECT id, count(*) OVER () AS total FROM b_over_kept WITH NO DATA;
CREATE MATERIALIZED VIEW a_kept_over_kept AS SELECT m.id FROM m_kept m;
CREATE VIEW with_barrier WITH (security_barrier) AS SELECT id FROM products;
CREATE VIEW with_invoker WITH (security_invoker = true) AS SELECT id FROM products;
CREATE VIEW checked AS SELECT id, name, price FROM products WHERE price < 100 WITH LOCAL CHECK OPTION;
CREATE VIEW cascaded WITH (security_barrier = true) AS SELECT id, name, price FROM checked WHERE price > 1 WITH CASCADED CHECK OPTION;
CREATE RECURSIVE VIEW tree (id, depth, path) AS
    SELECT id, 0, ARRAY[name] FROM categories WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, t.depth + 1, t.path || c.name FROM categories c JOIN tree t ON c.parent_id = t.id;
CREATE VIEW wide AS
    WITH sums AS MATERIALIZED (SELECT category_id, sum(price) AS total FROM products GROUP BY ROLLUP (category_id))
    SELECT s.*, row_number() OVER (PARTITION BY s.total ORDER BY s.category_id DESC NULLS LAST) AS n,
           (SELECT array_agg(p.name ORDER BY p.name) FILTER (WHERE p.price > 1) FROM products p WHERE p.category_id = s.category_id) AS names,
           CASE WHEN s.total > 100 THEN 'a"b' WHEN s.total IS NULL THEN E'tab\t' ELSE 'it''s' END AS label,
           s.total::text COLLATE "C" AS t, s.total BETWEEN 1 AND 5 AS small
    FROM sums s, LATERAL (SELECT 1) x, generate_series(1, 3) WITH ORDINALITY g(v, o);
CREATE VIEW grouped AS SELECT p.id, p.name, p.price, count(c.id) AS n FROM products p LEFT JOIN categories c ON c.id = p.category_id GROUP BY p.id;
CREATE VIEW json_view AS SELECT data -> 'a' ->> 'b' AS b, data #>> '{x,y}' AS xy, jsonb_build_object('k', name) AS o, data @> '{"a": {}}' AS has, data ? 'key' AS q FROM products;
CREATE VIEW "values" AS VALUES (1, 'one'), (2, 'two');
CREATE VIEW with_defaults AS SELECT id, name FROM products;
ALTER VIEW with_defaults ALTER COLUMN name SET DEFAULT 'unnamed';
CREATE FUNCTION cheap(max numeric) RETURNS SETOF z_base LANGUAGE sql STABLE AS $$ SELECT * FROM z_base WHERE price < max $$;
CREATE VIEW over_function AS SELECT c.id, c.name FROM cheap(10) c;
CREATE FUNCTION row_of(a_over) RETURNS text LANGUAGE sql STABLE AS $$ SELECT $1."Name" $$;
CREATE RULE insert_base AS ON INSERT TO a_over DO INSTEAD INSERT INTO products (id, name, price) VALUES (NEW.id, NEW."Name", NEW.gross);
CREATE RULE quiet AS ON UPDATE TO products WHERE NEW.price < 0 DO INSTEAD NOTHING;
CREATE RULE also AS ON DELETE TO categories DO ALSO DELETE FROM products WHERE category_id = OLD.id;
ALTER TABLE products DISABLE RULE quiet;
CREATE VIEW no_columns AS SELECT;
CREATE VIEW same_names AS SELECT id AS products, name AS id FROM products;
-- views that need each other, as PostgreSQL lets one make them with OR REPLACE over a stub
CREATE VIEW types_view AS SELECT NULL::products AS p, ARRAY[1,2] AS a, '1 day'::interval AS i, NULL AS unknown;
CREATE TABLE tagged (product products, id integer);
CREATE VIEW over_row AS SELECT (product).name, (product).price FROM tagged;
