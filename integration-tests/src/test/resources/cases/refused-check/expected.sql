CREATE TABLE "notes" (
    "id" integer NOT NULL,
    "text" text NOT NULL,
    "size" integer NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "notes_text_check" CHECK (length("text") > 0),
    CONSTRAINT "notes_size_check" CHECK ("size" > nothing),
    CONSTRAINT "notes_check" CHECK ("size" + "id")
);
