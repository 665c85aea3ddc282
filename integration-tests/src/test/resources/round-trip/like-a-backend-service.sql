-- As a backend as a service has it: schemas of services, roles of requests, policies over functions of the session, grants by default.
CREATE ROLE rt_anon NOLOGIN NOINHERIT;
CREATE ROLE rt_authenticated NOLOGIN NOINHERIT;
CREATE ROLE rt_service NOLOGIN NOINHERIT BYPASSRLS;
CREATE ROLE rt_auth_admin NOINHERIT CREATEROLE LOGIN;
CREATE SCHEMA auth AUTHORIZATION rt_auth_admin;
CREATE SCHEMA storage;
CREATE SCHEMA extensions;
CREATE SCHEMA realtime;
CREATE SCHEMA graphql_public;
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA extensions;
CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA extensions;
CREATE TYPE auth.aal_level AS ENUM ('aal1', 'aal2', 'aal3');
CREATE TYPE auth.factor_type AS ENUM ('totp', 'webauthn', 'phone');
CREATE TYPE realtime.equality_op AS ENUM ('eq', 'neq', 'lt', 'lte', 'gt', 'gte', 'in');
CREATE TYPE realtime.user_defined_filter AS (column_name text, op realtime.equality_op, value text);
CREATE TYPE realtime.wal_column AS (name text, type_name text, type_oid oid, value jsonb, is_pkey boolean, is_selectable boolean);
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  select
  coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')
  )::uuid
$$;
COMMENT ON FUNCTION auth.uid() IS 'Deprecated. Use auth.jwt() -> ''sub'' instead.';
CREATE FUNCTION auth.role() RETURNS text LANGUAGE sql STABLE AS $$ select coalesce(nullif(current_setting('request.jwt.claim.role', true), ''), (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'))::text $$;
CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS $$ select coalesce(nullif(current_setting('request.jwt.claim', true), ''), nullif(current_setting('request.jwt.claims', true), ''))::jsonb $$;
ALTER FUNCTION auth.uid() OWNER TO rt_auth_admin;
ALTER FUNCTION auth.role() OWNER TO rt_auth_admin;
CREATE TABLE auth.users (
    instance_id uuid, id uuid NOT NULL PRIMARY KEY, aud character varying(255), role character varying(255), email character varying(255), encrypted_password character varying(255), raw_app_meta_data jsonb, is_super_admin boolean, created_at timestamp with time zone, phone text DEFAULT NULL::character varying,
    confirmed_at timestamp with time zone GENERATED ALWAYS AS (LEAST(created_at, banned_until)) STORED, banned_until timestamp with time zone, email_change_confirm_status smallint DEFAULT 0, is_sso_user boolean DEFAULT false NOT NULL, CONSTRAINT users_email_change_confirm_status_check CHECK (((email_change_confirm_status >= 0) AND (email_change_confirm_status <= 2))), CONSTRAINT users_phone_key UNIQUE (phone)
);
COMMENT ON TABLE auth.users IS 'Auth: Stores user login data within a secure schema.';
COMMENT ON COLUMN auth.users.is_sso_user IS 'Auth: Set this column to true when the account comes from SSO. These accounts can have duplicate emails.';
CREATE TABLE auth.mfa_factors (id uuid NOT NULL PRIMARY KEY, user_id uuid NOT NULL REFERENCES auth.users(id) ON DELETE CASCADE, friendly_name text, factor_type auth.factor_type NOT NULL, secret text);
CREATE TABLE auth.sessions (id uuid NOT NULL PRIMARY KEY, user_id uuid NOT NULL REFERENCES auth.users(id) ON DELETE CASCADE, aal auth.aal_level, not_after timestamptz, user_agent text, ip inet);
CREATE UNIQUE INDEX users_email_partial_key ON auth.users USING btree (email) WHERE (is_sso_user = false);
COMMENT ON INDEX auth.users_email_partial_key IS 'Auth: A partial unique index that applies only when is_sso_user is false';
CREATE INDEX users_instance_id_email_idx ON auth.users USING btree (instance_id, lower((email)::text));
CREATE UNIQUE INDEX mfa_name ON auth.mfa_factors USING btree (friendly_name, user_id) WHERE (TRIM(BOTH FROM friendly_name) <> ''::text);
ALTER TABLE auth.users OWNER TO rt_auth_admin;
ALTER TABLE auth.mfa_factors OWNER TO rt_auth_admin;
ALTER TABLE auth.users ENABLE ROW LEVEL SECURITY;
CREATE TABLE storage.buckets (id text NOT NULL PRIMARY KEY, name text NOT NULL, owner uuid, public boolean DEFAULT false, allowed_mime_types text[], file_size_limit bigint);
COMMENT ON COLUMN storage.buckets.owner IS 'Field is deprecated, use owner_id instead';
CREATE TABLE storage.objects (id uuid DEFAULT gen_random_uuid() NOT NULL PRIMARY KEY, bucket_id text REFERENCES storage.buckets(id), name text, owner uuid, metadata jsonb, path_tokens text[] GENERATED ALWAYS AS (string_to_array(name, '/'::text)) STORED, version text);
CREATE INDEX name_prefix_search ON storage.objects USING btree (name text_pattern_ops);
CREATE UNIQUE INDEX bucketid_objname ON storage.objects USING btree (bucket_id, name COLLATE "C");
CREATE FUNCTION storage.foldername(name text) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
_parts text[];
BEGIN
	select string_to_array(name, '/') into _parts;
	return _parts[1:array_length(_parts,1)-1];
END
$$;
CREATE FUNCTION storage.update_updated_at_column() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.version = now(); RETURN NEW; END; $$;
CREATE TRIGGER update_objects_updated_at BEFORE UPDATE ON storage.objects FOR EACH ROW EXECUTE FUNCTION storage.update_updated_at_column();
CREATE FUNCTION storage.search(prefix text, bucketname text, limits integer DEFAULT 100, levels integer DEFAULT 1, sortcolumn text DEFAULT 'name'::text) RETURNS TABLE(name text, id uuid, metadata jsonb) LANGUAGE plpgsql STABLE AS $_$ begin return query execute 'select $1, $2, $3' using prefix, null::uuid, '{}'::jsonb; end; $_$;
ALTER TABLE storage.objects ENABLE ROW LEVEL SECURITY;
CREATE TABLE realtime.subscription (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, subscription_id uuid NOT NULL, entity regclass NOT NULL, filters realtime.user_defined_filter[] DEFAULT '{}'::realtime.user_defined_filter[] NOT NULL, claims jsonb NOT NULL, claims_role text GENERATED ALWAYS AS ((claims ->> 'role'::text)) STORED NOT NULL, created_at timestamp DEFAULT timezone('utc'::text, now()) NOT NULL);
CREATE UNIQUE INDEX subscription_key ON realtime.subscription USING btree (subscription_id, entity, filters);
CREATE FUNCTION realtime.check_equality_op(op realtime.equality_op, type_ regtype, val_1 text, val_2 text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ begin return val_1 = val_2; end $$;
CREATE FUNCTION realtime.apply_rls(wal jsonb, max_record_bytes integer DEFAULT (1024 * 1024)) RETURNS SETOF realtime.wal_column LANGUAGE plpgsql AS $$ begin return; end $$;
CREATE TABLE public.profiles (id uuid NOT NULL PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE, updated_at timestamptz, username text UNIQUE, full_name text, avatar_url text, website text, CONSTRAINT username_length CHECK (char_length(username) >= 3));
ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;
CREATE POLICY "Public profiles are viewable by everyone." ON public.profiles FOR SELECT USING (true);
CREATE POLICY "Users can insert their own profile." ON public.profiles FOR INSERT WITH CHECK ((SELECT auth.uid()) = id);
CREATE POLICY "Users can update own profile." ON public.profiles FOR UPDATE USING ((SELECT auth.uid()) = id);
CREATE FUNCTION public.handle_new_user() RETURNS trigger SET search_path = '' AS $$
begin
  insert into public.profiles (id, full_name, avatar_url)
  values (new.id, new.raw_app_meta_data->>'full_name', new.raw_app_meta_data->>'avatar_url');
  return new;
end;
$$ LANGUAGE plpgsql SECURITY DEFINER;
CREATE TRIGGER on_auth_user_created AFTER INSERT ON auth.users FOR EACH ROW EXECUTE PROCEDURE public.handle_new_user();
CREATE TABLE public.teams (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, slug text NOT NULL, created_by uuid DEFAULT auth.uid() REFERENCES auth.users);
CREATE TABLE public.members (team_id bigint REFERENCES public.teams ON DELETE CASCADE, user_id uuid REFERENCES auth.users ON DELETE CASCADE, role text DEFAULT 'member'::text CHECK (role IN ('member', 'admin')), PRIMARY KEY (team_id, user_id));
ALTER TABLE public.members ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION public.is_member(_team bigint, _role text DEFAULT NULL) RETURNS boolean LANGUAGE sql SECURITY DEFINER STABLE SET search_path = public AS $$ SELECT EXISTS (SELECT 1 FROM members WHERE team_id = _team AND user_id = auth.uid() AND (_role IS NULL OR role = _role)) $$;
REVOKE EXECUTE ON FUNCTION public.is_member(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.is_member(bigint, text) TO rt_authenticated;
CREATE POLICY "Members see members" ON public.members FOR SELECT TO rt_authenticated USING (public.is_member(team_id));
CREATE POLICY "Admins manage" ON public.members TO rt_authenticated, rt_service USING (public.is_member(team_id, 'admin'::text)) WITH CHECK (public.is_member(team_id, 'admin'::text));
CREATE POLICY "Own files" ON storage.objects FOR INSERT TO rt_authenticated WITH CHECK (bucket_id = 'avatars' AND (storage.foldername(name))[1] = auth.uid()::text);
CREATE POLICY "Restrict" ON storage.objects AS RESTRICTIVE TO rt_anon USING (bucket_id = 'public'::text);
CREATE VIEW public.public_profiles WITH (security_invoker = on) AS SELECT id, username FROM public.profiles;
CREATE VIEW public.member_counts AS SELECT team_id, count(*) AS members FROM public.members GROUP BY team_id;
GRANT USAGE ON SCHEMA public, auth, storage, extensions TO rt_anon, rt_authenticated, rt_service;
GRANT ALL ON SCHEMA storage TO rt_service;
GRANT ALL ON ALL TABLES IN SCHEMA public TO rt_anon, rt_authenticated, rt_service;
GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO rt_anon, rt_authenticated, rt_service;
GRANT ALL ON ALL FUNCTIONS IN SCHEMA public TO rt_service;
GRANT SELECT ON storage.buckets, storage.objects TO rt_anon;
GRANT ALL ON TABLE auth.sessions TO rt_service WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO rt_anon, rt_authenticated, rt_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON FUNCTIONS TO rt_anon, rt_authenticated;
ALTER DEFAULT PRIVILEGES FOR ROLE rt_auth_admin IN SCHEMA auth GRANT ALL ON SEQUENCES TO rt_service;
CREATE PUBLICATION rt_realtime WITH (publish = 'insert, update, delete, truncate');
ALTER PUBLICATION rt_realtime ADD TABLE ONLY public.members;
CREATE FUNCTION extensions.watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NOTIFY pgrst, 'reload schema'; END; $$;
CREATE EVENT TRIGGER pgrst_watch ON ddl_command_end WHEN TAG IN ('CREATE FUNCTION', 'CREATE TABLE', 'ALTER TABLE') EXECUTE FUNCTION extensions.watch();
CREATE EVENT TRIGGER pgrst_drop_watch ON sql_drop EXECUTE FUNCTION extensions.watch();
ALTER TABLE public.teams REPLICA IDENTITY FULL;
