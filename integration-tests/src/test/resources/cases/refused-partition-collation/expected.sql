CREATE TABLE "words" (
    "text" text NOT NULL,
    CONSTRAINT "words_pkey" PRIMARY KEY ("text")
) PARTITION BY RANGE ("text" COLLATE "pg_catalog"."C");

CREATE TABLE "words_rest" PARTITION OF "words" DEFAULT;
