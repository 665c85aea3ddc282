CREATE TABLE "notes" (
    "id" integer NOT NULL,
    "text" text NOT NULL,
    "at" timestamp with time zone NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "notes_lower_idx" ON "notes" ((lower("id")));
CREATE INDEX "notes_text_idx" ON "notes" ("text") WHERE ("id" LIKE 'a%');
