CREATE TEXT SEARCH CONFIGURATION plain_words (COPY = simple);

CREATE TABLE "pages" (
    "id" integer NOT NULL,
    "text" text NOT NULL,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('plain_words'::regconfig, coalesce("text", ''))) STORED,
    CONSTRAINT "pages_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "pages_search_idx" ON "pages" USING "gin" ("search");
