CREATE TABLE "accounts" (
    "id" integer NOT NULL,
    "settings" jsonb NOT NULL,
    "extra" jsonb,
    "tags" jsonb NOT NULL,
    "any" jsonb NOT NULL,
    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "accounts_any_idx" ON "accounts" USING "gin" ("any");
CREATE INDEX "accounts_settings_idx" ON "accounts" USING "gin" ("settings" "jsonb_path_ops");
CREATE INDEX "accounts_tags_idx" ON "accounts" USING "gin" ("tags");
CREATE INDEX "extra_values" ON "accounts" USING "gin" ("extra" "jsonb_path_ops");
