CREATE TABLE "documents" (
    "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    "slug" varchar(80) NOT NULL,
    "title" text NOT NULL,
    "body" text NOT NULL,
    "tags" text[] NOT NULL,
    "data" jsonb NOT NULL,
    "span" tstzrange NOT NULL,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('english', "title")) STORED NOT NULL,
    "version" integer NOT NULL,
    "made_at" timestamp with time zone NOT NULL,
    "address" inet NOT NULL,
    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "documents_address_idx" ON "documents" USING "spgist" ("address");
CREATE INDEX "documents_by_time" ON "documents" USING "brin" ("made_at") WITH ("pages_per_range" = 32);
CREATE INDEX "documents_by_title" ON "documents" ((lower("title")));
CREATE INDEX "documents_data_idx" ON "documents" USING "gin" ("data" "jsonb_path_ops");
CREATE INDEX "documents_made_at_idx" ON "documents" ("made_at" DESC);
CREATE INDEX "documents_search_idx" ON "documents" USING "gin" ("search");
CREATE INDEX "documents_slug_idx" ON "documents" USING "hash" ("slug") WITH ("fillfactor" = 70);
CREATE INDEX "documents_slug_left_idx" ON "documents" ("slug" "varchar_pattern_ops", (left("body", 10)) "text_pattern_ops");
CREATE INDEX "documents_span_idx" ON "documents" USING "gist" ("span");
CREATE INDEX "documents_tags_idx" ON "documents" USING "gin" ("tags") WITH ("fastupdate" = off);
CREATE INDEX "documents_version_made_at_slug_idx" ON "documents" ("version" ASC, "made_at" DESC NULLS LAST) INCLUDE ("slug") WHERE ("version" > 1);
