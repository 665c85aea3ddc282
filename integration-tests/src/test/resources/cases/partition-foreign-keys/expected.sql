CREATE TABLE "accounts" (
    "id" integer NOT NULL,
    "name" text NOT NULL,
    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
) PARTITION BY HASH ("id");

CREATE TABLE "accounts_0" PARTITION OF "accounts" FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE "accounts_1" PARTITION OF "accounts" FOR VALUES WITH (modulus 2, remainder 1);

CREATE TABLE "entries" (
    "id" integer NOT NULL,
    "account_id" integer NOT NULL,
    CONSTRAINT "entries_pkey" PRIMARY KEY ("account_id", "id")
) PARTITION BY RANGE ("account_id");

CREATE TABLE "entries_all" PARTITION OF "entries" FOR VALUES FROM (MINVALUE) TO (MAXVALUE);

ALTER TABLE "entries"
    ADD CONSTRAINT "entries_account_id_fkey" FOREIGN KEY ("account_id")
    REFERENCES "accounts" ("id");
