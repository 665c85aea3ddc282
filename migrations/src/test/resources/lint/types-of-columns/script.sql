CREATE TABLE a (
    id serial PRIMARY KEY,
    b varchar(10),
    c character varying,
    d char(3),
    e timestamp,
    f timestamp(3) with time zone,
    g timestamp(3) without time zone NOT NULL,
    h numeric(10, 2) DEFAULT 1.5,
    "timestamp" text CHECK ("timestamp" <> 'varchar(3)'),
    CONSTRAINT k UNIQUE (b),
    EXCLUDE USING gist (b WITH =)
);
ALTER TABLE a ADD COLUMN i timestamp without time zone[];
