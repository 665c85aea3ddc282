CREATE TYPE "mood" AS ENUM ('FINE');

CREATE TABLE "notes" (
    "id" integer NOT NULL,
    "text" text NOT NULL,
    "mood" "mood" NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

COMMENT ON TYPE "mood" IS 'What''s felt.';

COMMENT ON TABLE "notes" IS E'A person''s own words.
The second line says "more", and a \\ backslash.';

COMMENT ON COLUMN "notes"."id" IS 'It''s the key.';
COMMENT ON COLUMN "notes"."mood" IS 'How it feels; see {text}.';
