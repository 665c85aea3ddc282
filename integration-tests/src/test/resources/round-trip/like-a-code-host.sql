-- As a host of code has it: partitions in schemas of their own, limits as checks, triggers that keep columns alike, hash partitions.
CREATE SCHEMA partitions_dynamic;
COMMENT ON SCHEMA partitions_dynamic IS 'Schema to hold partitions managed dynamically from the application, e.g. for time space partitioning.';
CREATE SCHEMA partitions_static;
COMMENT ON SCHEMA partitions_static IS 'Schema to hold static partitions, e.g. for hash partitioning';
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE FUNCTION assign_ci_builds_id_value() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
IF NEW."id" IS NOT NULL THEN
  RAISE WARNING 'Manually assigning ids is not allowed, the value will be ignored';
END IF;
NEW."id" := nextval('ci_builds_id_seq'::regclass);
RETURN NEW;
END
$$;
CREATE FUNCTION delete_associated_project_namespace() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
DELETE FROM namespaces
WHERE namespaces.id = OLD.project_namespace_id AND
namespaces.type = 'Project';
RETURN NULL;
END
$$;
CREATE FUNCTION insert_into_loose_foreign_keys_deleted_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO loose_foreign_keys_deleted_records
  (fully_qualified_table_name, primary_key_value)
  SELECT TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, old_table.id FROM old_table;
  RETURN NULL;
END
$$;
CREATE FUNCTION prevent_reserved_path_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION sync_namespaces_amount(bigint, integer DEFAULT 10) RETURNS SETOF bigint LANGUAGE sql STABLE COST 1 ROWS 1 PARALLEL SAFE AS $$ SELECT $1 $$;
CREATE FUNCTION find_by_name(text) RETURNS bigint LANGUAGE plpgsql STABLE COST 1 PARALLEL SAFE AS $$ BEGIN return (SELECT id FROM public.namespaces WHERE name = $1 LIMIT 1); END $$;
CREATE FUNCTION next_traversal_ids_sibling(traversal_ids integer[]) RETURNS integer[] LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  return traversal_ids[1:array_length(traversal_ids, 1)-1] ||
  ARRAY[traversal_ids[array_length(traversal_ids, 1)]+1];
END;
$$;
CREATE TABLE namespaces (
    id bigserial PRIMARY KEY, name character varying NOT NULL, path character varying NOT NULL, owner_id bigint, created_at timestamp without time zone, updated_at timestamp without time zone, type character varying DEFAULT 'User'::character varying NOT NULL, description character varying DEFAULT ''::character varying NOT NULL,
    avatar character varying, visibility_level integer DEFAULT 20 NOT NULL, description_html text, lfs_enabled boolean, parent_id bigint, traversal_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL, shared_runners_enabled boolean DEFAULT true NOT NULL, organization_id bigint DEFAULT 1,
    CONSTRAINT check_2eae3bdf93 CHECK ((organization_id IS NOT NULL)) NOT VALID, CONSTRAINT check_path CHECK ((char_length((path)::text) <= 255))
) WITH (autovacuum_vacuum_scale_factor='0.01', fillfactor='90');
CREATE TABLE projects (id bigserial PRIMARY KEY, name character varying, creator_id bigint, namespace_id bigint NOT NULL, star_count integer DEFAULT 0 NOT NULL, archived boolean DEFAULT false NOT NULL, delete_error text, project_namespace_id bigint, last_activity_at timestamp without time zone, repository_storage character varying DEFAULT 'default'::character varying NOT NULL, topics text[], suggestion_commit_message character varying(255),
    CONSTRAINT check_1a6f946a8a CHECK ((project_namespace_id IS NOT NULL)), CONSTRAINT check_fa75869cb1 CHECK ((project_namespace_id IS NOT NULL)) NOT VALID);
CREATE SEQUENCE ci_builds_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE p_ci_builds (
    id bigint NOT NULL, partition_id bigint NOT NULL, status character varying, project_id bigint, name character varying, options text, scheduling_type smallint, token_encrypted character varying, tag_list integer[],
    auto_canceled_by_partition_id bigint, upstream_pipeline_id bigint, execution_config_id bigint, CONSTRAINT check_1e2fbd1b39 CHECK ((lock_version IS NOT NULL)), lock_version integer DEFAULT 0, CONSTRAINT p_ci_builds_pkey PRIMARY KEY (id, partition_id)
) PARTITION BY LIST (partition_id);
CREATE TABLE ci_builds PARTITION OF p_ci_builds FOR VALUES IN ('100', '101');
CREATE TABLE partitions_dynamic.ci_builds_102 PARTITION OF p_ci_builds FOR VALUES IN ('102');
CREATE TABLE p_ci_tags (id bigint NOT NULL, build_id bigint NOT NULL, partition_id bigint NOT NULL, label text, CONSTRAINT p_ci_tags_pkey PRIMARY KEY (id, partition_id), CONSTRAINT check_label CHECK ((char_length(label) <= 64))) PARTITION BY LIST (partition_id);
CREATE TABLE partitions_dynamic.ci_tags_100 PARTITION OF p_ci_tags FOR VALUES IN ('100');
CREATE UNIQUE INDEX p_ci_builds_partition_id_id_idx ON p_ci_builds USING btree (partition_id, id);
ALTER TABLE p_ci_tags ADD CONSTRAINT fk_rails_tags_p FOREIGN KEY (partition_id, build_id) REFERENCES p_ci_builds(partition_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
CREATE TABLE audit_events (id bigint NOT NULL, author_id bigint NOT NULL, entity_type character varying NOT NULL, details text, ip_address inet, created_at timestamp without time zone NOT NULL, target_details text, CONSTRAINT check_492aaa021d CHECK ((char_length(target_details) <= 5500)), CONSTRAINT audit_events_pkey PRIMARY KEY (id, created_at)) PARTITION BY RANGE (created_at);
CREATE SEQUENCE audit_events_id_seq OWNED BY audit_events.id;
ALTER TABLE ONLY audit_events ALTER COLUMN id SET DEFAULT nextval('audit_events_id_seq'::regclass);
CREATE TABLE partitions_dynamic.audit_events_000000 PARTITION OF audit_events FOR VALUES FROM (MINVALUE) TO ('2025-01-01 00:00:00');
CREATE TABLE partitions_dynamic.audit_events_202501 PARTITION OF audit_events FOR VALUES FROM ('2025-01-01 00:00:00') TO ('2025-02-01 00:00:00');
CREATE INDEX index_audit_events_on_entity ON audit_events USING btree (entity_type, id DESC, author_id, created_at);
CREATE TABLE product_analytics (project_id bigint NOT NULL, event_id uuid NOT NULL, payload jsonb, PRIMARY KEY (project_id, event_id)) PARTITION BY HASH (project_id);
DO $$ BEGIN FOR i IN 0..31 LOOP EXECUTE format('CREATE TABLE partitions_static.product_analytics_%s PARTITION OF product_analytics FOR VALUES WITH (modulus 32, remainder %s)', lpad(i::text, 2, '0'), i); END LOOP; END $$;
CREATE TABLE loose_foreign_keys_deleted_records (id bigserial, partition bigint DEFAULT 1 NOT NULL, primary_key_value bigint NOT NULL, status smallint DEFAULT 1 NOT NULL, created_at timestamp with time zone DEFAULT now() NOT NULL, fully_qualified_table_name text NOT NULL, consume_after timestamp with time zone DEFAULT now(), CONSTRAINT check_1a541f3235 CHECK ((char_length(fully_qualified_table_name) <= 150)), PRIMARY KEY (partition, id)) PARTITION BY LIST (partition);
CREATE TABLE partitions_static.loose_foreign_keys_1 PARTITION OF loose_foreign_keys_deleted_records FOR VALUES IN ('1');
CREATE TABLE issues (id bigserial PRIMARY KEY, title character varying, project_id bigint NOT NULL, due_date date, state_id smallint DEFAULT 1 NOT NULL, relative_position integer, weight integer, sha bytea, search tsvector, namespace_id bigint, closed_at timestamp with time zone, start_date date,
    CONSTRAINT check_2addf801cd CHECK (((weight IS NULL) OR (weight >= 0))), CONSTRAINT check_sha CHECK ((octet_length(sha) <= 32)), CONSTRAINT check_either CHECK ((num_nonnulls(project_id, namespace_id) = 1)) NOT VALID);
CREATE TABLE iterations (id bigserial PRIMARY KEY, start_date date NOT NULL, due_date date NOT NULL, cadence_id bigint, group_id bigint,
    CONSTRAINT iteration_dates EXCLUDE USING gist (cadence_id WITH =, daterange(start_date, due_date, '[]'::text) WITH &&) WHERE ((group_id IS NOT NULL)) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE settings (id bigserial PRIMARY KEY, deploy_key_encrypted bytea, "limits" jsonb DEFAULT '{}'::jsonb NOT NULL, CONSTRAINT check_limits CHECK ((jsonb_typeof(limits) = 'object'::text)), plan_name_uid smallint DEFAULT 0, rate numeric(10,5) DEFAULT 0.0 NOT NULL, singleton boolean DEFAULT true NOT NULL, CONSTRAINT only_one CHECK ((singleton IS TRUE)), email_restrictions text DEFAULT 'a@b.c'::text);
COMMENT ON COLUMN settings.singleton IS 'Always true, used for singleton enforcement';
CREATE MATERIALIZED VIEW starred AS SELECT p.namespace_id, sum(p.star_count) AS stars FROM projects p GROUP BY p.namespace_id;
CREATE VIEW postgres_indexes AS
 SELECT ((pg_namespace.nspname || '.'::text) || i.relname) AS identifier, pg_index.indexrelid, pg_namespace.nspname AS schema, i.relname AS name, pg_indexes.tablename, pg_index.indisunique AS "unique", pg_indexes.indexdef AS definition
   FROM (((pg_index JOIN pg_class i ON ((i.oid = pg_index.indexrelid))) JOIN pg_namespace ON ((i.relnamespace = pg_namespace.oid))) JOIN pg_indexes ON (((i.relname = pg_indexes.indexname) AND (pg_namespace.nspname = pg_indexes.schemaname))))
  WHERE ((pg_namespace.nspname <> 'pg_catalog'::name) AND (pg_namespace.nspname = ANY (ARRAY["current_schema"(), 'partitions_dynamic'::name, 'partitions_static'::name])));
CREATE INDEX index_issues_on_title_trigram ON issues USING gin (title gin_trgm_ops);
CREATE INDEX idx_issues_state ON issues USING btree (project_id, relative_position, state_id, id DESC) INCLUDE (due_date) WHERE (state_id = 1);
CREATE INDEX index_namespaces_ltrim ON namespaces USING btree (ltrim(lower((name)::text)), (traversal_ids[1]));
CREATE INDEX index_namespaces_traversal ON namespaces USING gin (traversal_ids);
CREATE UNIQUE INDEX index_on_lower_path ON namespaces USING btree (lower((path)::text) varchar_pattern_ops);
CREATE INDEX index_builds_project ON ONLY p_ci_builds USING btree (project_id, status);
CREATE INDEX ci_builds_project_idx ON ci_builds USING btree (project_id, status);
ALTER INDEX index_builds_project ATTACH PARTITION ci_builds_project_idx;
CREATE INDEX ci_builds_102_project_idx ON partitions_dynamic.ci_builds_102 USING btree (project_id, status);
ALTER INDEX index_builds_project ATTACH PARTITION partitions_dynamic.ci_builds_102_project_idx;
CREATE TRIGGER assign_ci_builds_id BEFORE INSERT ON p_ci_builds FOR EACH ROW EXECUTE FUNCTION assign_ci_builds_id_value();
CREATE TRIGGER projects_loose_fk_trigger AFTER DELETE ON projects REFERENCING OLD TABLE AS old_table FOR EACH STATEMENT EXECUTE FUNCTION insert_into_loose_foreign_keys_deleted_records();
CREATE TRIGGER trigger_delete_namespace AFTER DELETE ON projects FOR EACH ROW WHEN (((old.project_namespace_id IS NOT NULL) AND (old.archived IS NOT TRUE))) EXECUTE FUNCTION delete_associated_project_namespace();
CREATE TRIGGER trigger_path BEFORE UPDATE OF path, name ON namespaces FOR EACH ROW WHEN (((new.path)::text IS DISTINCT FROM (old.path)::text)) EXECUTE FUNCTION prevent_reserved_path_update();
ALTER TABLE ONLY projects ADD CONSTRAINT fk_projects_namespace FOREIGN KEY (namespace_id) REFERENCES namespaces(id) ON DELETE CASCADE;
ALTER TABLE ONLY projects ADD CONSTRAINT fk_projects_own_namespace FOREIGN KEY (project_namespace_id) REFERENCES namespaces(id);
ALTER TABLE issues ADD CONSTRAINT fk_issue_project FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE;
ALTER TABLE issues ADD CONSTRAINT fk_issue_namespace FOREIGN KEY (namespace_id) REFERENCES namespaces(id) NOT VALID;
ALTER TABLE product_analytics ADD CONSTRAINT fk_rails_pa FOREIGN KEY (project_id) REFERENCES projects(id) ON DELETE CASCADE;
