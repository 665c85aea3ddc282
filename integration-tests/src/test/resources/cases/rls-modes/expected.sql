CREATE TABLE "closeds" (
    "id" integer NOT NULL,
    CONSTRAINT "closeds_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "kepts" (
    "id" integer NOT NULL,
    CONSTRAINT "kepts_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "opens" (
    "id" integer NOT NULL,
    CONSTRAINT "opens_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "shuts" (
    "id" integer NOT NULL,
    CONSTRAINT "shuts_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "closeds" ENABLE ROW LEVEL SECURITY;

CREATE POLICY "kept" ON "kepts"
    USING (id > 0);

ALTER TABLE "opens" ENABLE ROW LEVEL SECURITY;

CREATE POLICY "opens_all" ON "opens"
    USING (id > 0);

ALTER TABLE "shuts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "shuts" FORCE ROW LEVEL SECURITY;
COMMENT ON POLICY "kept" ON "kepts" IS 'Kept for later.';
