CREATE TYPE "tongue" AS ENUM ('english', 'german', 'simple');

CREATE TABLE "letters" (
    "id" integer NOT NULL,
    "config" regconfig,
    "text" text NOT NULL,
    "search" tsvector GENERATED ALWAYS AS (setweight(to_tsvector(coalesce("config", 'simple'::regconfig), coalesce("text", '')), 'A')) STORED,
    CONSTRAINT "letters_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "pages" (
    "id" integer NOT NULL,
    "tongue" "tongue" NOT NULL,
    "text" text NOT NULL,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector(CASE "tongue" WHEN 'english' THEN 'english'::regconfig WHEN 'german' THEN 'german'::regconfig WHEN 'simple' THEN 'simple'::regconfig ELSE 'simple'::regconfig END, coalesce("text", ''))) STORED,
    CONSTRAINT "pages_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "letters_search_idx" ON "letters" USING "gin" ("search");
CREATE INDEX "pages_search_idx" ON "pages" USING "gin" ("search");
