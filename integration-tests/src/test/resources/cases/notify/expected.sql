CREATE FUNCTION "pgorm_notify_items"() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM pg_notify('it''s', json_build_object('operation', lower(TG_OP), 'table', TG_TABLE_NAME, 'key', json_build_object('order_id', coalesce(NEW."order_id", OLD."order_id"), 'it''s a "number"', coalesce(NEW."it's a ""number""", OLD."it's a ""number""")))::text);
    RETURN NULL;
END
$$;

CREATE FUNCTION "pgorm_notify_orders"() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM pg_notify('orders', json_build_object('operation', lower(TG_OP), 'table', TG_TABLE_NAME, 'key', json_build_object('id', coalesce(NEW."id", OLD."id")))::text);
    RETURN NULL;
END
$$;

CREATE FUNCTION "pgorm_notify_orders_2"() RETURNS trigger
    LANGUAGE plpgsql
AS $$
DECLARE
    message text := (CASE WHEN NEW."status" = 'shipped' THEN NEW."id"::text END);
BEGIN
    IF octet_length(message) > 7999 THEN
        message := json_build_object('operation', lower(TG_OP), 'table', TG_TABLE_NAME, 'key', json_build_object('id', coalesce(NEW."id", OLD."id")))::text;
    END IF;
    IF message IS NOT NULL THEN
        PERFORM pg_notify('Shipped orders', message);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION "pgorm_notify_orders_3"() RETURNS trigger
    LANGUAGE plpgsql
AS $$
DECLARE
    message text := (OLD."id"::text -- only the key
);
BEGIN
    IF octet_length(message) > 7999 THEN
        message := json_build_object('operation', lower(TG_OP), 'table', TG_TABLE_NAME, 'key', json_build_object('id', coalesce(NEW."id", OLD."id")))::text;
    END IF;
    IF message IS NOT NULL THEN
        PERFORM pg_notify('gone', message);
    END IF;
    RETURN NULL;
END
$$;

CREATE TABLE "items" (
    "order_id" integer NOT NULL,
    "it's a ""number""" integer NOT NULL,
    CONSTRAINT "items_order_id_it's a ""number""_key" UNIQUE ("order_id", "it's a ""number""")
);

CREATE TABLE "orders" (
    "id" integer NOT NULL,
    "status" text NOT NULL,
    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

CREATE TRIGGER "items_notify"
    AFTER INSERT OR UPDATE OR DELETE ON "items"
    FOR EACH ROW
    EXECUTE FUNCTION "pgorm_notify_items"();

CREATE TRIGGER "orders_notify"
    AFTER INSERT OR UPDATE OR DELETE ON "orders"
    FOR EACH ROW
    EXECUTE FUNCTION "pgorm_notify_orders"();

CREATE TRIGGER "orders_notify_2"
    AFTER UPDATE ON "orders"
    FOR EACH ROW
    EXECUTE FUNCTION "pgorm_notify_orders_2"();

CREATE TRIGGER "orders_notify_3"
    AFTER DELETE ON "orders"
    FOR EACH ROW
    EXECUTE FUNCTION "pgorm_notify_orders_3"();

COMMENT ON TRIGGER "orders_notify_3" ON "orders" IS 'Tells what went.';
