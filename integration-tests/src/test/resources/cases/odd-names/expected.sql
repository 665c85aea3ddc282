CREATE TYPE "select" AS ENUM ('all; --', E'we''ird\\');

CREATE TABLE "UPPER ""line""" (
    "order" integer NOT NULL,
    "NUMBER" integer NOT NULL,
    CONSTRAINT "UPPER ""line""_pkey" PRIMARY KEY ("order", "NUMBER")
);

CREATE TABLE "order" (
    "user" integer NOT NULL,
    "we""ird" text NOT NULL,
    "Table" "select" DEFAULT E'we''ird\\'::"select" NOT NULL,
    "😀 smile" integer,
    "a$b; DROP TABLE x" integer DEFAULT 1 NOT NULL,
    CONSTRAINT "order_pkey" PRIMARY KEY ("user"),
    CONSTRAINT "order_😀 smile_key" UNIQUE ("😀 smile"),
    CONSTRAINT "order_check" CHECK ("a$b; DROP TABLE x" > 0 AND "order"."we""ird" <> '')
);

CREATE INDEX "order_we""ird_😀 smile_idx" ON "order" ("we""ird", "😀 smile");

ALTER TABLE "UPPER ""line"""
    ADD CONSTRAINT "UPPER ""line""_order_fkey" FOREIGN KEY ("order")
    REFERENCES "order" ("user");

ALTER TABLE "order" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "order" FORCE ROW LEVEL SECURITY;

CREATE POLICY "we""ird policy" ON "order"
    TO public
    USING ("😀 smile" IS NULL OR "we""ird" = 'a');
