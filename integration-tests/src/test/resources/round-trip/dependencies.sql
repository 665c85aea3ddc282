-- What needs what, against the order of names and kinds.
CREATE TYPE z_state AS ENUM ('on', 'off');
CREATE DOMAIN a_state AS z_state DEFAULT 'on';
CREATE FUNCTION z_is_fine(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 <> '' $$;
CREATE DOMAIN a_fine AS text CHECK (z_is_fine(VALUE));
CREATE TABLE z_log (id bigserial PRIMARY KEY, at timestamptz DEFAULT now());
CREATE FUNCTION next_log() RETURNS bigint LANGUAGE plpgsql AS $$ DECLARE n bigint; BEGIN INSERT INTO z_log DEFAULT VALUES RETURNING id INTO n; RETURN n; END $$;
-- a table whose default calls a function over a table, a function over its row type, a view over the function, a table that has the view's type
CREATE TABLE a_items (id bigint PRIMARY KEY DEFAULT next_log(), name a_fine, state a_state);
CREATE FUNCTION item_label(a_items) RETURNS text LANGUAGE sql STABLE AS $$ SELECT $1.name || '!' $$;
CREATE VIEW a_labels AS SELECT i.id, item_label(i) AS label FROM a_items i;
CREATE FUNCTION all_labels() RETURNS SETOF a_labels LANGUAGE sql STABLE AS $$ SELECT * FROM public.a_labels $$;
CREATE VIEW a_a_view AS SELECT * FROM all_labels();
CREATE TABLE a_a_holder (l a_labels, ls a_labels[]);
-- a policy and a trigger condition over functions over tables
CREATE TABLE members (user_name text, team_id integer, PRIMARY KEY (user_name, team_id));
CREATE FUNCTION my_teams() RETURNS SETOF integer LANGUAGE sql STABLE SECURITY DEFINER AS $$ SELECT team_id FROM members WHERE user_name = CURRENT_USER $$;
CREATE TABLE teams (id integer PRIMARY KEY, name text);
ALTER TABLE teams ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON teams USING (id IN (SELECT my_teams()));
ALTER TABLE members ADD FOREIGN KEY (team_id) REFERENCES teams;
-- a function with BEGIN ATOMIC over a table that has a check over another such function
CREATE FUNCTION limit_of() RETURNS integer LANGUAGE sql IMMUTABLE RETURN 10;
CREATE TABLE limited (n integer CHECK (n < limit_of()), team integer REFERENCES teams);
CREATE FUNCTION count_limited() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT count(*) FROM limited; END;
CREATE TABLE b_summary (n bigint DEFAULT count_limited(), taken timestamptz);
-- defaults with sequences of other tables
CREATE TABLE owner_of_sequence (id serial PRIMARY KEY);
CREATE TABLE a_borrower (id integer PRIMARY KEY DEFAULT nextval('owner_of_sequence_id_seq'));
-- an index that calls a function that reads a type, an aggregate in a view
CREATE FUNCTION rank_of(z_state) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT CASE $1 WHEN 'on' THEN 1 ELSE 2 END $$;
CREATE INDEX a_items_rank ON a_items (rank_of(state));
CREATE MATERIALIZED VIEW a_first AS SELECT count(*) AS n, max(label) AS m FROM a_a_view;
CREATE UNIQUE INDEX a_first_n ON a_first (n);
CREATE TYPE pair_of_rows AS (item a_items, label a_labels);
CREATE FUNCTION make_pair(integer) RETURNS pair_of_rows LANGUAGE sql AS $$ SELECT NULL::pair_of_rows $$;
-- keys in a ring of three
CREATE TABLE ring_a (id integer PRIMARY KEY, b_id integer);
CREATE TABLE ring_b (id integer PRIMARY KEY, c_id integer);
CREATE TABLE ring_c (id integer PRIMARY KEY, a_id integer REFERENCES ring_a);
ALTER TABLE ring_a ADD FOREIGN KEY (b_id) REFERENCES ring_b;
ALTER TABLE ring_b ADD FOREIGN KEY (c_id) REFERENCES ring_c;
