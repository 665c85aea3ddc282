-- What extensions bring, used in columns, defaults and indexes.
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION ltree;
CREATE EXTENSION pgcrypto;
CREATE EXTENSION "uuid-ossp";
CREATE EXTENSION unaccent;
CREATE EXTENSION intarray;
CREATE EXTENSION cube;
CREATE EXTENSION tablefunc;
CREATE EXTENSION fuzzystrmatch;
CREATE EXTENSION isn;
CREATE EXTENSION lo;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION bloom;
CREATE TABLE used (
    id uuid PRIMARY KEY DEFAULT uuid_generate_v4(), other uuid DEFAULT gen_random_uuid(), email citext NOT NULL UNIQUE, emails citext[], attributes hstore DEFAULT '"a"=>"1"'::hstore, path ltree, paths ltree[], place cube, book isbn13, numbers integer[], image lo,
    token text DEFAULT encode(gen_random_bytes(16), 'hex'), CHECK (email <> ''::citext), CHECK (attributes ? 'a')
);
CREATE INDEX ON used USING gist (path);
CREATE INDEX ON used USING gin (numbers gin__int_ops);
CREATE INDEX ON used USING gist (place);
CREATE INDEX ON used USING gin (attributes);
CREATE INDEX ON used USING gin (email gin_trgm_ops);
CREATE INDEX ON used USING bloom (token) WITH (length = 80, col1 = 2);
CREATE FUNCTION plain(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$ SELECT public.unaccent('public.unaccent', $1) $$;
CREATE INDEX used_plain ON used (plain(token));
CREATE TRIGGER remove_image BEFORE UPDATE OR DELETE ON used FOR EACH ROW EXECUTE FUNCTION lo_manage(image);
CREATE VIEW alike AS SELECT a.id, similarity(a.token, b.token) AS s FROM used a, used b WHERE a.token % b.token;
CREATE FUNCTION made_by(citext, hstore) RETURNS ltree LANGUAGE sql AS $$ SELECT 'a.b'::ltree $$;
GRANT SELECT ON used TO PUBLIC;
