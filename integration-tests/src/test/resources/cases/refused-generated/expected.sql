CREATE TABLE "notes" (
    "id" integer NOT NULL,
    "text" text NOT NULL,
    "at" text GENERATED ALWAYS AS ("text" || now()::text) STORED NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);
