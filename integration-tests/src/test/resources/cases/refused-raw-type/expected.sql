CREATE TYPE "mood" AS ENUM ('FINE');

CREATE TABLE "notes" (
    "id" integer NOT NULL,
    "smile" text DEFAULT '😀 😀' NOT NULL,
    "amount" numeric(2000) NOT NULL,
    "mood" "mood" NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "others" (
    "id" integer NOT NULL,
    "kind" no_such_type NOT NULL,
    CONSTRAINT "others_pkey" PRIMARY KEY ("id")
);
