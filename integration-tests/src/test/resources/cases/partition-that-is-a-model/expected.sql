CREATE TABLE "logs" (
    "id" bigint NOT NULL,
    "at" date NOT NULL,
    "text" text NOT NULL,
    CONSTRAINT "logs_pkey" PRIMARY KEY ("id", "at"),
    CONSTRAINT "text_there" CHECK (text <> '')
) PARTITION BY RANGE ("at");

CREATE TABLE "logs_rest" PARTITION OF "logs" DEFAULT;

CREATE TABLE "old_logs" (
    "id" bigint NOT NULL,
    "at" date NOT NULL,
    "text" text NOT NULL,
    CONSTRAINT "old_logs_pkey" PRIMARY KEY ("id", "at"),
    CONSTRAINT "text_there" CHECK (text <> '')
);

CREATE INDEX "old_logs_text_idx" ON "old_logs" ("text");
ALTER TABLE "logs" ATTACH PARTITION "old_logs" FOR VALUES FROM (MINVALUE) TO ('2026-01-01');
