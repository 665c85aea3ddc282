CREATE FUNCTION "check_total"() RETURNS trigger
    LANGUAGE plpgsql
AS $$BEGIN RETURN NULL; END$$;

CREATE FUNCTION "touch"() RETURNS trigger
    LANGUAGE plpgsql
AS $$BEGIN NEW.updated_at := now(); RETURN NEW; END$$;

CREATE TABLE "accounts" (
    "id" integer NOT NULL,
    "total" numeric NOT NULL,
    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "entries" (
    "id" integer NOT NULL,
    "account_id" integer NOT NULL,
    "amount" numeric NOT NULL,
    CONSTRAINT "entries_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "entries_account_id_idx" ON "entries" ("account_id");

ALTER TABLE "entries"
    ADD CONSTRAINT "entries_account_id_fkey" FOREIGN KEY ("account_id")
    REFERENCES "accounts" ("id");

CREATE CONSTRAINT TRIGGER "later"
    AFTER UPDATE OF "amount" ON "entries"
    DEFERRABLE
    FOR EACH ROW
    WHEN (NEW."amount" <> OLD."amount")
    EXECUTE FUNCTION "check_total"();

CREATE CONSTRAINT TRIGGER "sums"
    AFTER INSERT OR UPDATE OR DELETE ON "entries"
    FROM "accounts"
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    EXECUTE FUNCTION "check_total"();
