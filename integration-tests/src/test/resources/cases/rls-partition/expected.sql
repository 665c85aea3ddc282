CREATE TABLE "new_notes" (
    "id" integer NOT NULL,
    CONSTRAINT "new_notes_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "notes" (
    "id" integer NOT NULL,
    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");

CREATE TABLE "old_notes" (
    "id" integer NOT NULL,
    CONSTRAINT "old_notes_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "notes" ATTACH PARTITION "new_notes" DEFAULT;
ALTER TABLE "notes" ATTACH PARTITION "old_notes" FOR VALUES FROM (MINVALUE) TO (0);
ALTER TABLE "new_notes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "new_notes" FORCE ROW LEVEL SECURITY;

CREATE POLICY "new_notes_all" ON "new_notes"
    USING (id > 0);

ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "notes" FORCE ROW LEVEL SECURITY;

CREATE POLICY "notes_all" ON "notes"
    USING (id > 0);
