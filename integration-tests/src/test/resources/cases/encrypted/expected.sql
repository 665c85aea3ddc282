CREATE TABLE "patients" (
    "id" integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    "ssn" json NOT NULL,
    "scan" json,
    "remark" json,
    CONSTRAINT "patients_pkey" PRIMARY KEY ("id")
);

COMMENT ON COLUMN "patients"."remark" IS 'Of both.';
