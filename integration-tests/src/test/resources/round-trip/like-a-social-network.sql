-- As a federated network has it: ids from a function, materialized scores, arrays, keys with names made by a framework.
CREATE OR REPLACE FUNCTION public.timestamp_id(table_name text) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
  DECLARE
    time_part bigint;
    sequence_base bigint;
    tail bigint;
  BEGIN
    time_part := (
      -- Get the time in milliseconds
      ((date_part('epoch', now()) * 1000))::bigint
      -- And shift it over two bytes
      << 16);
    sequence_base := (
      'x' ||
      substr(
        md5(table_name || 'secret' || time_part::text),
        1, 4
      )
    )::bit(16)::bigint;
    tail := (
      (sequence_base + nextval(table_name || '_id_seq'))
      & 65535);
    RETURN time_part | tail;
  END
$$;
CREATE TABLE accounts (
    id bigint DEFAULT timestamp_id('accounts'::text) NOT NULL PRIMARY KEY, username character varying DEFAULT ''::character varying NOT NULL, domain character varying, private_key text, public_key text DEFAULT ''::text NOT NULL,
    fields jsonb, actor_type character varying, discoverable boolean, also_known_as character varying[], silenced_at timestamp without time zone, avatar_file_size integer, attribution_domains character varying[] DEFAULT '{}'::character varying[], moved_to_account_id bigint REFERENCES accounts ON DELETE SET NULL
);
CREATE SEQUENCE accounts_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE statuses (
    id bigint DEFAULT timestamp_id('statuses'::text) NOT NULL PRIMARY KEY, uri character varying, text text DEFAULT ''::text NOT NULL, in_reply_to_id bigint, reblog_of_id bigint, visibility integer DEFAULT 0 NOT NULL, account_id bigint NOT NULL, deleted_at timestamp without time zone, ordered_media_attachment_ids bigint[], trendable boolean
);
CREATE SEQUENCE statuses_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER TABLE ONLY statuses ADD CONSTRAINT fk_9bda1543f7 FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY statuses ADD CONSTRAINT fk_rails_256483a9ab FOREIGN KEY (reblog_of_id) REFERENCES statuses(id) ON DELETE CASCADE;
ALTER TABLE ONLY statuses ADD CONSTRAINT fk_rails_94a6f70399 FOREIGN KEY (in_reply_to_id) REFERENCES statuses(id) ON DELETE SET NULL;
CREATE TABLE follows (id bigserial PRIMARY KEY, account_id bigint NOT NULL, target_account_id bigint NOT NULL, show_reblogs boolean DEFAULT true NOT NULL, languages character varying[], CONSTRAINT fk_32ed1b5560 FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE, CONSTRAINT fk_745ca29eac FOREIGN KEY (target_account_id) REFERENCES accounts(id) ON DELETE CASCADE);
CREATE UNIQUE INDEX index_follows_on_both ON follows USING btree (account_id, target_account_id);
CREATE TABLE tags (id bigserial PRIMARY KEY, name character varying DEFAULT ''::character varying NOT NULL, display_name character varying, usable boolean);
CREATE UNIQUE INDEX index_tags_on_name_lower_btree ON tags USING btree (lower((name)::text) text_pattern_ops);
CREATE TABLE statuses_tags (status_id bigint NOT NULL, tag_id bigint NOT NULL, CONSTRAINT fk_3081861e21 FOREIGN KEY (tag_id) REFERENCES tags(id) ON DELETE CASCADE, CONSTRAINT fk_rails_df0fe11427 FOREIGN KEY (status_id) REFERENCES statuses(id) ON DELETE CASCADE, PRIMARY KEY (tag_id, status_id));
CREATE INDEX index_statuses_tags_on_status_id ON statuses_tags USING btree (status_id);
CREATE TABLE notifications (id bigserial PRIMARY KEY, activity_id bigint NOT NULL, activity_type character varying NOT NULL, account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE, from_account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE, type character varying, filtered boolean DEFAULT false NOT NULL);
CREATE INDEX index_notifications_filtered ON notifications USING btree (account_id, id DESC, type) WHERE (filtered = false);
CREATE TABLE status_stats (id bigserial PRIMARY KEY, status_id bigint NOT NULL UNIQUE REFERENCES statuses ON DELETE CASCADE, replies_count bigint DEFAULT 0 NOT NULL);
CREATE MATERIALIZED VIEW account_summaries AS
 SELECT accounts.id AS account_id, mode() WITHIN GROUP (ORDER BY t0.visibility) AS language, array_agg(t0.id ORDER BY t0.id) FILTER (WHERE (t0.trendable IS TRUE)) AS ids
   FROM (accounts CROSS JOIN LATERAL ( SELECT statuses.account_id, statuses.visibility, statuses.trendable, statuses.id FROM statuses WHERE ((statuses.account_id = accounts.id) AND (statuses.deleted_at IS NULL) AND (statuses.reblog_of_id IS NULL)) ORDER BY statuses.id DESC LIMIT 20) t0)
  WHERE ((accounts.silenced_at IS NULL) AND (accounts.moved_to_account_id IS NULL) AND (accounts.discoverable = true)) GROUP BY accounts.id WITH NO DATA;
CREATE UNIQUE INDEX index_account_summaries_on_account_id ON account_summaries USING btree (account_id);
CREATE MATERIALIZED VIEW global_follow_recommendations AS
 SELECT t0.account_id, sum(t0.rank) AS rank, array_agg(t0.reason) AS reason FROM ( SELECT s.account_id, ((count(follows.id))::numeric / (1.0 + (count(follows.id))::numeric)) AS rank, 'most_followed'::text AS reason FROM (follows JOIN account_summaries s ON ((s.account_id = follows.target_account_id))) WHERE (follows.id > 10) GROUP BY s.account_id HAVING (count(follows.id) >= 5)) t0 GROUP BY t0.account_id ORDER BY (sum(t0.rank)) DESC WITH NO DATA;
CREATE UNIQUE INDEX index_global_follow ON global_follow_recommendations USING btree (account_id);
CREATE VIEW user_ips AS SELECT t0.account_id, max(t0.id) AS used_at FROM ( SELECT n.account_id, n.id FROM notifications n UNION ALL SELECT f.account_id, f.id FROM follows f) t0 GROUP BY t0.account_id;
CREATE INDEX search_index ON accounts USING gin ((((setweight(to_tsvector('simple'::regconfig, (username)::text), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, (COALESCE(domain, ''::character varying))::text), 'C'::"char")))));
CREATE UNIQUE INDEX index_accounts_on_username_and_domain_lower ON accounts USING btree (lower((username)::text), COALESCE(lower((domain)::text), ''::text));
CREATE INDEX index_statuses_local ON statuses USING btree (id DESC, account_id) WHERE ((uri IS NULL) AND (deleted_at IS NULL) AND (visibility = 0) AND (reblog_of_id IS NULL));
