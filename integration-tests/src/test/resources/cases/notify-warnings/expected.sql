CREATE FUNCTION "pgorm_notify_orders"() RETURNS trigger
    LANGUAGE plpgsql
AS $$
DECLARE
    message text := (NEW."id"::text);
BEGIN
    IF octet_length(message) > 7999 THEN
        message := json_build_object('operation', lower(TG_OP), 'table', TG_TABLE_NAME, 'key', json_build_object('id', coalesce(NEW."id", OLD."id")))::text;
    END IF;
    IF message IS NOT NULL THEN
        PERFORM pg_notify('a', message);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION "pgorm_notify_orders_2"() RETURNS trigger
    LANGUAGE plpgsql
AS $$
DECLARE
    message text := (OLD."id"::text);
BEGIN
    IF octet_length(message) > 7999 THEN
        message := json_build_object('operation', lower(TG_OP), 'table', TG_TABLE_NAME, 'key', json_build_object('id', coalesce(NEW."id", OLD."id")))::text;
    END IF;
    IF message IS NOT NULL THEN
        PERFORM pg_notify('b', message);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION "pgorm_notify_orders_3"() RETURNS trigger
    LANGUAGE plpgsql
AS $$
DECLARE
    message text := (to_jsonb(coalesce(NEW, OLD))::text);
BEGIN
    IF octet_length(message) > 7999 THEN
        message := json_build_object('operation', lower(TG_OP), 'table', TG_TABLE_NAME, 'key', json_build_object('id', coalesce(NEW."id", OLD."id")))::text;
    END IF;
    IF message IS NOT NULL THEN
        PERFORM pg_notify('c', message);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION "pgorm_notify_orders_4"() RETURNS trigger
    LANGUAGE plpgsql
AS $$
DECLARE
    message text := (to_jsonb(NEW)::text);
BEGIN
    IF octet_length(message) > 7999 THEN
        message := json_build_object('operation', lower(TG_OP), 'table', TG_TABLE_NAME, 'key', json_build_object('id', coalesce(NEW."id", OLD."id")))::text;
    END IF;
    IF message IS NOT NULL THEN
        PERFORM pg_notify('d', message);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION "pgorm_notify_orders_5"() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM pg_notify('e', json_build_object('operation', lower(TG_OP), 'table', TG_TABLE_NAME, 'key', json_build_object('id', coalesce(NEW."id", OLD."id")))::text);
    RETURN NULL;
END
$$;

CREATE FUNCTION "pgorm_notify_orders_6"() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM pg_notify('e', json_build_object('operation', lower(TG_OP), 'table', TG_TABLE_NAME, 'key', json_build_object('id', coalesce(NEW."id", OLD."id")))::text);
    RETURN NULL;
END
$$;

CREATE TABLE "orders" (
    "id" integer NOT NULL,
    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

CREATE TRIGGER "orders_notify"
    AFTER INSERT OR DELETE ON "orders"
    FOR EACH ROW
    EXECUTE FUNCTION "pgorm_notify_orders"();

CREATE TRIGGER "orders_notify_2"
    AFTER INSERT ON "orders"
    FOR EACH ROW
    EXECUTE FUNCTION "pgorm_notify_orders_2"();

CREATE TRIGGER "orders_notify_3"
    AFTER INSERT OR UPDATE OR DELETE ON "orders"
    FOR EACH ROW
    EXECUTE FUNCTION "pgorm_notify_orders_3"();

CREATE TRIGGER "orders_notify_4"
    AFTER INSERT ON "orders"
    FOR EACH ROW
    EXECUTE FUNCTION "pgorm_notify_orders_4"();

CREATE TRIGGER "orders_notify_5"
    AFTER INSERT OR UPDATE OR DELETE ON "orders"
    FOR EACH ROW
    EXECUTE FUNCTION "pgorm_notify_orders_5"();

CREATE TRIGGER "orders_notify_6"
    AFTER INSERT ON "orders"
    FOR EACH ROW
    EXECUTE FUNCTION "pgorm_notify_orders_6"();
