CREATE TABLE "invoices" (
    "id" integer NOT NULL,
    "number" integer NOT NULL,
    "total" numeric NOT NULL,
    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION "is_fair"("i" "invoices") RETURNS boolean
    LANGUAGE sql
AS $$SELECT i.total > 0$$;

CREATE FUNCTION "next_number"() RETURNS integer
    LANGUAGE sql
AS $$SELECT coalesce(max(number), 0) + 1 FROM invoices$$;

ALTER TABLE "invoices" ALTER COLUMN "number" SET DEFAULT next_number();

ALTER TABLE "invoices"
    ADD CONSTRAINT "fair" CHECK (is_fair("invoices".*));

SET check_function_bodies = off;

CREATE FUNCTION "is_shown"("id" integer) RETURNS boolean
    LANGUAGE sql STABLE
AS $$SELECT EXISTS (SELECT FROM shown_invoices s WHERE s.id < $1)$$;

RESET check_function_bodies;

CREATE VIEW "shown_invoices" WITH ("security_invoker" = true) AS
SELECT id FROM invoices WHERE is_shown(id);
