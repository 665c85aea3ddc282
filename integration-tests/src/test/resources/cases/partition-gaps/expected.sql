CREATE TABLE "answers" (
    "id" integer NOT NULL,
    "yes" boolean
) PARTITION BY LIST ("yes");

CREATE TABLE "answers_yes" PARTITION OF "answers" FOR VALUES IN (TRUE);
CREATE TABLE "answers_no" PARTITION OF "answers" FOR VALUES IN (FALSE);

CREATE TABLE "empties" (
    "id" integer NOT NULL,
    CONSTRAINT "empties_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");

CREATE TABLE "halves" (
    "id" integer NOT NULL,
    CONSTRAINT "halves_pkey" PRIMARY KEY ("id")
) PARTITION BY HASH ("id");

CREATE TABLE "half_0" PARTITION OF "halves" FOR VALUES WITH (modulus 2, remainder 0);

CREATE TABLE "years" (
    "id" integer NOT NULL,
    CONSTRAINT "years_pkey" PRIMARY KEY ("id")
) PARTITION BY RANGE ("id");

CREATE TABLE "years_20" PARTITION OF "years" FOR VALUES FROM (2000) TO (2100);
