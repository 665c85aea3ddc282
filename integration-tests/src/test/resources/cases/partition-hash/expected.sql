CREATE TABLE "logins" (
    "id" uuid DEFAULT gen_random_uuid() NOT NULL,
    "data" jsonb NOT NULL,
    CONSTRAINT "logins_pkey" PRIMARY KEY ("id")
) PARTITION BY HASH ("id");

CREATE TABLE "logins_0" PARTITION OF "logins" FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE "logins_1" PARTITION OF "logins" FOR VALUES WITH (modulus 4, remainder 1);
CREATE TABLE "logins_3" PARTITION OF "logins" FOR VALUES WITH (modulus 4, remainder 3);
