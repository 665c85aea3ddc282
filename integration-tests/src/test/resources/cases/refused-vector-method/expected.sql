CREATE EXTENSION IF NOT EXISTS "vector";

CREATE TABLE "items" (
    "id" integer NOT NULL,
    "a" vector(3) NOT NULL,
    CONSTRAINT "items_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "items_a_idx" ON "items" USING "gin" ("a");
