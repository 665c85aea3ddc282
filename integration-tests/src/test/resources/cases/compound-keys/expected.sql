CREATE TABLE "items" (
    "tenant_id" integer NOT NULL,
    "number" integer NOT NULL,
    "code" text,
    "parent_no" integer,
    CONSTRAINT "items_primary" PRIMARY KEY ("tenant_id", "number"),
    CONSTRAINT "items_tenant_id_code_number_key" UNIQUE NULLS NOT DISTINCT ("tenant_id", "code") INCLUDE ("number"),
    CONSTRAINT "items_code_in_parent" UNIQUE ("code", "parent_no") DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE "stocks" (
    "tenant_id" integer NOT NULL,
    "item_no" integer NOT NULL,
    "place" text NOT NULL,
    "amount" numeric NOT NULL,
    CONSTRAINT "stocks_pkey" PRIMARY KEY ("tenant_id", "item_no", "place"),
    CONSTRAINT "stocks_amount_check" CHECK ("amount" >= 0)
);

CREATE TABLE "tenants" (
    "id" integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "items_parent_no_idx" ON "items" ("parent_no") WHERE ("code" IS NULL);
CREATE INDEX "items_tenant_id_parent_no_idx" ON "items" ("tenant_id", "parent_no");

ALTER TABLE "items"
    ADD CONSTRAINT "items_tenant_id_fkey" FOREIGN KEY ("tenant_id")
    REFERENCES "tenants" ("id");

ALTER TABLE "items"
    ADD CONSTRAINT "items_tenant_id_parent_no_fkey" FOREIGN KEY ("tenant_id", "parent_no")
    REFERENCES "items" ("tenant_id", "number");

ALTER TABLE "stocks"
    ADD CONSTRAINT "stocks_tenant_id_item_no_fkey" FOREIGN KEY ("tenant_id", "item_no")
    REFERENCES "items" ("tenant_id", "number") ON DELETE CASCADE ON UPDATE CASCADE;
