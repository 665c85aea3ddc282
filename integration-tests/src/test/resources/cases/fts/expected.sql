CREATE EXTENSION IF NOT EXISTS "citext";

CREATE TABLE "articles" (
    "id" integer NOT NULL,
    "title" varchar(80) NOT NULL,
    "main text" text,
    "data" jsonb NOT NULL,
    "tag" citext,
    "search" tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english'::regconfig, coalesce("title", '')), 'A') || setweight(to_tsvector('english'::regconfig, coalesce("main text", '')), 'B') || setweight(jsonb_to_tsvector('english'::regconfig, coalesce("data", '{}'), '["string"]'), 'D')) STORED,
    "german" tsvector GENERATED ALWAYS AS (to_tsvector('german'::regconfig, coalesce("main text", '')) || to_tsvector('german'::regconfig, coalesce("tag", ''))) STORED,
    CONSTRAINT "articles_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "articles_german" ON "articles" USING "gin" ("german");
CREATE INDEX "articles_search_idx" ON "articles" USING "gin" ("search");
COMMENT ON COLUMN "articles"."german" IS 'By German words.';
