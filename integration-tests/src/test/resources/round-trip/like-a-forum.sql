-- As a forum on Rails has it: character varying everywhere, timestamps without zone, indexes in tens, views of badges.
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE SCHEMA forum_functions;
CREATE TYPE public.hotlinked_media_status AS ENUM ('downloaded', 'too_large', 'download_failed', 'upload_create_failed');
CREATE FUNCTION forum_functions.raise_topic_status_updates_readonly() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'Forum: topic_status_updates is read only';
END
$$;
CREATE FUNCTION forum_functions.raise_users_seen_readonly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'Forum: seen in users is readonly'; END $$;
CREATE TABLE public.ar_internal_metadata (key character varying NOT NULL, value character varying, created_at timestamp(6) without time zone NOT NULL, updated_at timestamp(6) without time zone NOT NULL);
CREATE TABLE public.schema_migrations (version character varying NOT NULL);
CREATE TABLE public.users (
    id integer NOT NULL, username character varying(60) NOT NULL, created_at timestamp without time zone NOT NULL, updated_at timestamp without time zone NOT NULL, name character varying, seen_notification_id bigint DEFAULT 0 NOT NULL,
    last_posted_at timestamp without time zone, password_hash character varying(64), salt character varying(32), active boolean DEFAULT false NOT NULL, username_lower character varying(60) NOT NULL, admin boolean DEFAULT false NOT NULL,
    trust_level integer NOT NULL, approved boolean DEFAULT false NOT NULL, ip_address inet, registration_ip_address inet, primary_group_id integer, locale character varying(10), uploaded_avatar_id integer, flair_group_id integer,
    last_seen_reviewable_id integer, required_fields_version integer, seen_notification_ids integer[], date_of_birth date, views integer DEFAULT 0 NOT NULL, flag_level integer DEFAULT 0 NOT NULL
);
CREATE SEQUENCE public.users_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;
ALTER TABLE ONLY public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);
CREATE TABLE public.categories (id integer NOT NULL, name character varying(50) NOT NULL, color character varying(6) DEFAULT '0088CC'::character varying NOT NULL, slug character varying NOT NULL, parent_category_id integer, settings public.hstore, "position" integer, topic_count integer DEFAULT 0 NOT NULL, emails character varying[], min_tags integer DEFAULT 0 NOT NULL, allow_global_tags boolean DEFAULT false NOT NULL);
CREATE SEQUENCE public.categories_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.categories_id_seq OWNED BY public.categories.id;
ALTER TABLE ONLY public.categories ALTER COLUMN id SET DEFAULT nextval('public.categories_id_seq'::regclass);
CREATE TABLE public.topics (
    id bigserial, title character varying NOT NULL, last_posted_at timestamp without time zone, created_at timestamp without time zone NOT NULL, views integer DEFAULT 0 NOT NULL, user_id integer, deleted_at timestamp without time zone, archetype character varying DEFAULT 'regular'::character varying NOT NULL,
    visible boolean DEFAULT true NOT NULL, bumped_at timestamp without time zone NOT NULL, category_id integer, closed boolean DEFAULT false NOT NULL, percent_rank double precision DEFAULT 1.0 NOT NULL, subtype character varying, fancy_title character varying, slug character varying, score double precision, participant_count integer DEFAULT 1,
    CONSTRAINT has_category_id CHECK (((category_id IS NOT NULL) OR ((archetype)::text <> 'regular'::text))),
    CONSTRAINT pm_has_no_category CHECK (((category_id IS NULL) OR ((archetype)::text <> 'private_message'::text)))
);
CREATE TABLE public.posts (id bigserial, user_id integer, topic_id bigint NOT NULL, post_number integer NOT NULL, raw text NOT NULL, cooked text NOT NULL, created_at timestamp without time zone NOT NULL, reply_to_post_number integer, deleted_at timestamp without time zone, like_count integer DEFAULT 0 NOT NULL, score double precision, sort_order integer, version integer DEFAULT 1 NOT NULL, hidden boolean DEFAULT false NOT NULL, self_edits integer DEFAULT 0 NOT NULL, raw_email text, action_code character varying, image_upload_id bigint);
CREATE TABLE public.post_search_data (post_id bigint NOT NULL, search_data tsvector, raw_data text, locale character varying, version integer DEFAULT 0, private_message boolean NOT NULL);
CREATE TABLE public.badges (id serial, name character varying NOT NULL, badge_type_id integer NOT NULL, query text, auto_revoke boolean DEFAULT true NOT NULL, trigger integer, system boolean DEFAULT false NOT NULL, icon character varying DEFAULT 'certificate'::character varying);
CREATE TABLE public.user_badges (id serial, badge_id integer NOT NULL, user_id integer NOT NULL, granted_at timestamp without time zone NOT NULL, post_id bigint, seq integer DEFAULT 0 NOT NULL);
CREATE TABLE public.group_users (id serial, group_id integer NOT NULL, user_id integer NOT NULL, owner boolean DEFAULT false NOT NULL, notification_level integer DEFAULT 2 NOT NULL);
CREATE TABLE public.user_actions (id serial, action_type integer NOT NULL, user_id integer NOT NULL, target_topic_id integer, acting_user_id integer);
CREATE TABLE public.topic_tags (id serial, topic_id bigint NOT NULL, tag_id integer NOT NULL, created_at timestamp without time zone);
CREATE TABLE public.post_hotlinked_media (id bigint NOT NULL, post_id bigint NOT NULL, url character varying NOT NULL, status public.hotlinked_media_status NOT NULL, upload_id bigint);
CREATE TABLE public.email_logs (id serial, to_address character varying NOT NULL, email_type character varying NOT NULL, bounce_key uuid, smtp_group_id integer, cc_addresses text, bounced boolean DEFAULT false NOT NULL, message_id character varying);
CREATE TABLE public.groups (id serial, name character varying NOT NULL, automatic boolean DEFAULT false NOT NULL, full_name character varying, smtp_port integer, imap_mailbox_name character varying DEFAULT ''::character varying NOT NULL, messageable_level integer DEFAULT 0);
CREATE VIEW public.badge_posts AS
 SELECT p.id, p.user_id, p.topic_id, p.post_number, p.raw, p.cooked, p.created_at
   FROM ((public.posts p JOIN public.topics t ON ((t.id = p.topic_id))) JOIN public.categories c ON ((c.id = t.category_id)))
  WHERE ((c.allow_global_tags AND (p.deleted_at IS NULL)) AND (t.deleted_at IS NULL));
CREATE VIEW public.group_names AS SELECT g.name AS group_name, array_agg(u.username ORDER BY u.username) AS members FROM public.groups g LEFT JOIN public.group_users gu ON gu.group_id = g.id LEFT JOIN public.users u ON u.id = gu.user_id GROUP BY g.name;
ALTER TABLE ONLY public.ar_internal_metadata ADD CONSTRAINT ar_internal_metadata_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.schema_migrations ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.users ADD CONSTRAINT users_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.categories ADD CONSTRAINT categories_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.topics ADD CONSTRAINT topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.posts ADD CONSTRAINT posts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.post_search_data ADD CONSTRAINT posts_search_pkey PRIMARY KEY (post_id);
ALTER TABLE ONLY public.badges ADD CONSTRAINT badges_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.user_badges ADD CONSTRAINT user_badges_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.groups ADD CONSTRAINT groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.user_actions ADD CONSTRAINT actions_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX associated_users ON public.group_users USING btree (group_id, user_id);
CREATE INDEX idx_posts_created_at_topic_id ON public.posts USING btree (created_at, topic_id) WHERE (deleted_at IS NULL);
CREATE INDEX idx_posts_deleted_posts ON public.posts USING btree (topic_id, post_number) WHERE (deleted_at IS NOT NULL);
CREATE INDEX idx_search_post ON public.post_search_data USING gin (search_data);
CREATE INDEX idx_topics_front_page ON public.topics USING btree (deleted_at, visible, archetype, category_id, id);
CREATE UNIQUE INDEX idx_topics_slug ON public.topics USING btree (slug) WHERE ((deleted_at IS NULL) AND (slug IS NOT NULL));
CREATE INDEX idx_users_admin ON public.users USING btree (id) WHERE admin;
CREATE INDEX index_users_on_ip ON public.users USING btree (ip_address);
CREATE UNIQUE INDEX index_users_on_username_lower ON public.users USING btree (username_lower);
CREATE INDEX idx_users_trgm ON public.users USING gin (username_lower public.gin_trgm_ops, name public.gin_trgm_ops);
CREATE UNIQUE INDEX unique_index_categories_on_name ON public.categories USING btree (COALESCE(parent_category_id, '-1'::integer), lower((name)::text));
CREATE UNIQUE INDEX unique_index_categories_on_slug ON public.categories USING btree (COALESCE(parent_category_id, '-1'::integer), lower((slug)::text)) WHERE ((slug)::text <> ''::text);
CREATE INDEX index_email_logs_on_bounced ON public.email_logs USING btree (bounced) WHERE (bounced = true);
CREATE UNIQUE INDEX index_user_badges_on_all ON public.user_badges USING btree (badge_id, user_id, seq) WHERE (post_id IS NULL);
CREATE INDEX index_topics_on_timestamps ON public.topics USING btree (bumped_at DESC NULLS LAST, created_at);
CREATE INDEX index_for_rebake_old ON public.posts USING btree (id DESC) WHERE (((version IS NULL) OR (version < 2)) AND (deleted_at IS NULL));
CREATE TRIGGER topic_status_updates_readonly BEFORE INSERT OR UPDATE ON public.user_actions FOR EACH ROW EXECUTE FUNCTION forum_functions.raise_topic_status_updates_readonly();
CREATE TRIGGER users_seen_readonly BEFORE INSERT OR UPDATE OF seen_notification_ids ON public.users FOR EACH ROW WHEN ((new.seen_notification_ids IS NOT NULL)) EXECUTE FUNCTION forum_functions.raise_users_seen_readonly();
ALTER TABLE ONLY public.user_badges ADD CONSTRAINT fk_rails_badge FOREIGN KEY (badge_id) REFERENCES public.badges(id);
ALTER TABLE ONLY public.post_hotlinked_media ADD CONSTRAINT fk_rails_media FOREIGN KEY (post_id) REFERENCES public.posts(id) ON DELETE CASCADE NOT VALID;
