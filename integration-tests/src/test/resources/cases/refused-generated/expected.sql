CREATE TABLE "notes" (
    "id" integer NOT NULL,
    "text" text NOT NULL,
    "half" integer GENERATED ALWAYS AS ("text" / 2) STORED NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);
