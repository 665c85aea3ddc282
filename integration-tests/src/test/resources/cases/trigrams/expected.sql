CREATE EXTENSION IF NOT EXISTS "pg_trgm";

CREATE TABLE "persons" (
    "id" integer NOT NULL,
    "name" text NOT NULL,
    "email" varchar(80) NOT NULL,
    CONSTRAINT "persons_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "people_near" ON "persons" USING "gist" ("name" "gist_trgm_ops");
CREATE INDEX "persons_email_idx" ON "persons" USING "gist" ("email" "gist_trgm_ops");
CREATE INDEX "persons_lower_idx" ON "persons" USING "gin" ((lower("email")) "gin_trgm_ops");
CREATE INDEX "persons_name_idx" ON "persons" USING "gin" ("name" "gin_trgm_ops");
