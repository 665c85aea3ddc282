DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'auditors') THEN
        CREATE ROLE "auditors" NOLOGIN;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'keeper') THEN
        CREATE ROLE "keeper" NOLOGIN IN ROLE "auditors";
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;

CREATE TYPE "z_span" AS RANGE (SUBTYPE = integer);
CREATE SCHEMA helper;
CREATE TYPE "mood" AS ENUM ('HAPPY', 'SAD');
CREATE SEQUENCE "z_numbers" AS integer;

CREATE FUNCTION "is_amount"("a" numeric) RETURNS boolean
    LANGUAGE sql IMMUTABLE
AS $$SELECT a <> 0$$;

CREATE FUNCTION "is_name"("a" text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
AS $$SELECT a <> ''$$;

CREATE DOMAIN "called" AS text
    CONSTRAINT "called_check" CHECK (is_name(VALUE));

CREATE TYPE "place" AS (
    "street" "called",
    "mood" "mood"[]
);

CREATE TABLE "accounts" (
    "id" integer DEFAULT (nextval('z_numbers')) NOT NULL,
    "name" "called" NOT NULL,
    "mood" "mood" DEFAULT 'HAPPY'::"mood" NOT NULL,
    "home" "place",
    "open" "z_span",
    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION "a_edit"() RETURNS trigger
    LANGUAGE plpgsql
AS $$BEGIN
  UPDATE accounts SET name = NEW.label WHERE id = NEW.id;
  RETURN NEW;
END $$;

CREATE TABLE "entries" (
    "id" integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    "account_id" integer NOT NULL,
    "amount" numeric NOT NULL,
    CONSTRAINT "entries_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "entries_amount_check" CHECK (is_amount(amount))
);

CREATE FUNCTION "a_suffix"() RETURNS text
    LANGUAGE sql STABLE
AS $$SELECT count(*)::text FROM "entries"$$;

CREATE FUNCTION "account_label"("a" "accounts") RETURNS text
    LANGUAGE sql STABLE
AS $$SELECT a.name || ' ' || a_suffix()$$;

ALTER SEQUENCE "z_numbers" OWNED BY "accounts"."id";

CREATE MATERIALIZED VIEW "z_totals" AS
SELECT account_id, sum(amount) AS total FROM entries GROUP BY account_id;

CREATE FUNCTION "check_balance"() RETURNS trigger
    LANGUAGE plpgsql
AS $$BEGIN
  IF (SELECT total FROM z_totals WHERE account_id = NEW.id) < 0 THEN
    RAISE EXCEPTION 'below zero';
  END IF;
  RETURN NULL;
END $$;

CREATE VIEW "active_accounts" WITH ("security_invoker" = true) AS
SELECT id, account_label(a) AS label FROM accounts a WHERE mood <> 'SAD' AND id IN (SELECT account_id FROM z_totals);

CREATE INDEX "accounts_name_idx" ON "accounts" ("name");
CREATE INDEX "entries_account_id_idx" ON "entries" ("account_id");
CREATE UNIQUE INDEX "z_totals_account_id_idx" ON "z_totals" ("account_id");

ALTER TABLE "entries"
    ADD CONSTRAINT "entries_account_id_fkey" FOREIGN KEY ("account_id")
    REFERENCES "accounts" ("id");

CREATE CONSTRAINT TRIGGER "check_balance"
    AFTER INSERT OR UPDATE ON "accounts"
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    EXECUTE FUNCTION "check_balance"();

CREATE TRIGGER "edit"
    INSTEAD OF UPDATE ON "active_accounts"
    FOR EACH ROW
    EXECUTE FUNCTION "a_edit"();

ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "accounts" FORCE ROW LEVEL SECURITY;

CREATE POLICY "accounts_all" ON "accounts"
    TO "auditors"
    USING (EXISTS (SELECT FROM z_totals WHERE account_id = id));

ALTER TABLE "accounts" OWNER TO "keeper";
ALTER SEQUENCE "z_numbers" OWNER TO "keeper";
GRANT SELECT ON TABLE "accounts" TO "auditors";
INSERT INTO accounts (name) VALUES ('first');
COMMENT ON FUNCTION "account_label"("accounts") IS 'What an account is called';
