-- Indexes of every method, key and option.
CREATE EXTENSION pg_trgm;
CREATE EXTENSION btree_gin;
CREATE TABLE documents (
    id bigint PRIMARY KEY, title text, body text, author_id integer, created_at timestamptz, tags text[], data jsonb, area box, place point, host inet, during tstzrange, search tsvector, deleted_at timestamptz, amount numeric, flag boolean, name varchar(50)
);
CREATE INDEX documents_title_idx ON documents (title);
CREATE INDEX documents_sorted ON documents (created_at DESC, author_id ASC NULLS FIRST, id DESC NULLS LAST);
CREATE INDEX documents_like ON documents (title text_pattern_ops, name varchar_pattern_ops);
CREATE INDEX documents_collated ON documents (title COLLATE "C", body COLLATE "POSIX" DESC);
CREATE INDEX documents_partial ON documents (author_id) WHERE deleted_at IS NULL AND flag;
CREATE INDEX documents_including ON documents (author_id) INCLUDE (title, created_at);
CREATE INDEX documents_filled ON documents (amount) WITH (fillfactor = 70, deduplicate_items = off);
CREATE INDEX documents_lower ON documents (lower(title), (data ->> 'kind'), ((created_at AT TIME ZONE 'UTC')::date));
CREATE UNIQUE INDEX documents_unique ON documents (lower(name)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX documents_unique_nulls ON documents (author_id, name) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX documents_plain_unique ON documents (author_id, title);
CREATE INDEX documents_hash ON documents USING hash (title);
CREATE INDEX documents_gin_tags ON documents USING gin (tags);
CREATE INDEX documents_gin_data ON documents USING gin (data jsonb_path_ops) WITH (fastupdate = off, gin_pending_list_limit = 128);
CREATE INDEX documents_gin_mixed ON documents USING gin (author_id, title gin_trgm_ops, to_tsvector('english', body));
CREATE INDEX documents_gin_search ON documents USING gin (search);
CREATE INDEX documents_gist_trgm ON documents USING gist (title gist_trgm_ops (siglen = 32));
CREATE INDEX documents_gist_range ON documents USING gist (during, area);
CREATE INDEX documents_spgist ON documents USING spgist (place kd_point_ops);
CREATE INDEX documents_inet ON documents USING gist (host inet_ops);
CREATE INDEX documents_brin ON documents USING brin (created_at) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX documents_brin_bloom ON documents USING brin (id int8_minmax_multi_ops, author_id int4_bloom_ops (n_distinct_per_range = 100));
CREATE INDEX "Documents In Order" ON documents ("author_id", "id");
CREATE INDEX documents_case ON documents ((CASE WHEN flag THEN 1 ELSE 0 END), (amount * 2), (title || '{x}'));
CREATE INDEX ON documents (author_id);
CREATE INDEX ON documents (author_id);
ALTER INDEX documents_lower ALTER COLUMN 2 SET STATISTICS 500;
ALTER TABLE documents CLUSTER ON documents_sorted;
COMMENT ON INDEX documents_lower IS 'three expressions';
CREATE INDEX a_name_of_an_index_that_is_exactly_sixty_three_bytes_long_1234 ON documents (flag);
