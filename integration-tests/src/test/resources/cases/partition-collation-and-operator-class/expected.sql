CREATE TABLE "words" (
    "text" text NOT NULL,
    "size" integer NOT NULL
) PARTITION BY RANGE ("text" COLLATE "pg_catalog"."C" "text_pattern_ops", "size");

CREATE TABLE "words_a" PARTITION OF "words" FOR VALUES FROM ('a', MINVALUE) TO ('n', MINVALUE);
CREATE TABLE "words_rest" PARTITION OF "words" DEFAULT;
CREATE INDEX "words_text_idx" ON "words" ("text");
