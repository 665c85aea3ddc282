CREATE SCHEMA IF NOT EXISTS "odd'schema";

CREATE FUNCTION "pgorm_make_partitions"() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET lock_timeout TO '5s'
    SET search_path TO pg_catalog, pg_temp
AS $$
DECLARE
    kept record;
    present timestamp := now() AT TIME ZONE 'UTC';
    months integer;
    lower timestamp;
    upper timestamp;
    name text;
    made integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('pgorm_make_partitions', 0));
    FOR kept IN
        SELECT * FROM (VALUES
            ('odd''schema', 'it''s "visits"', 'it''s "visits"_p', interval '2 weeks', 'YYYY_MM_DD', '', 3),
            ('public', 'events', 'events_p', interval '1 month', 'YYYY_MM', '+00', 3)
        ) AS listed (in_schema, parent, stem, step, format, zone, ahead)
    LOOP
        months := extract(year FROM kept.step) * 12 + extract(month FROM kept.step);
        IF months > 0 THEN
            lower := date_trunc('month', present) - make_interval(
                months => (extract(year FROM present) * 12 + extract(month FROM present) - 1)::integer % months);
        ELSE
            lower := date_bin(kept.step, present, timestamp '2001-01-01');
        END IF;
        FOR step IN 0 .. kept.ahead LOOP
            upper := lower + kept.step;
            name := kept.stem || to_char(lower, kept.format);
            IF to_regclass(format('%I.%I', kept.in_schema, name)) IS NULL THEN
                BEGIN
                    EXECUTE format(
                        'CREATE TABLE %I.%I PARTITION OF %I.%I FOR VALUES FROM (%L) TO (%L)',
                        kept.in_schema, name, kept.in_schema, kept.parent,
                        to_char(lower, 'YYYY-MM-DD HH24:MI:SS') || kept.zone,
                        to_char(upper, 'YYYY-MM-DD HH24:MI:SS') || kept.zone);
                    EXECUTE format(
                        'COMMENT ON TABLE %I.%I IS %L',
                        kept.in_schema, name, 'made by pgorm_make_partitions()');
                    made := made + 1;
                EXCEPTION WHEN invalid_object_definition THEN
                    RAISE NOTICE '%', SQLERRM;
                END;
            END IF;
            lower := upper;
        END LOOP;
    END LOOP;
    RETURN made;
END
$$;

CREATE TABLE "odd'schema"."it's ""visits""" (
    "id" integer NOT NULL,
    "day" date NOT NULL,
    CONSTRAINT "it's ""visits""_pkey" PRIMARY KEY ("id", "day")
) PARTITION BY RANGE ("day");

CREATE TABLE "events" (
    "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    "at" timestamp with time zone NOT NULL,
    CONSTRAINT "events_pkey" PRIMARY KEY ("id", "at")
) PARTITION BY RANGE ("at");

CREATE TABLE "events_default" PARTITION OF "events" DEFAULT;
SELECT "pgorm_make_partitions"();
