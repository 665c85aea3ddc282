CREATE TABLE "notes" (
    "id" integer NOT NULL,
    "owner" uuid NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);
