CREATE TABLE "notes" (
    "id" integer NOT NULL,
    "name" varchar(10) NOT NULL,
    "size" integer DEFAULT (lower('X')) NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "others" (
    "id" integer NOT NULL,
    "when" date DEFAULT no_such_function() NOT NULL,
    CONSTRAINT "others_pkey" PRIMARY KEY ("id")
);
