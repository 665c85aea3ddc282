CREATE TABLE columns (
    a int NOT NULL DEFAULT 1 + 2,
    b varchar(20) COLLATE "C" DEFAULT 'x',
    c text DEFAULT E'back\\slash and ''quote''',
    d timestamptz(3) DEFAULT now(),
    e numeric(10, 2)[] DEFAULT ARRAY[1, 2],
    f interval day to second(3),
    g bit varying(5),
    h "char",
    i char(3),
    j text,
    k jsonb DEFAULT '{"a": [1, 2]}',
    "Odd Column" date DEFAULT CURRENT_DATE,
    gone int,
    m int GENERATED ALWAYS AS (a * 2) STORED,
    n time with time zone DEFAULT '12:00+02',
    o name,
    p text[][] NOT NULL
);
ALTER TABLE columns DROP COLUMN gone;
ALTER TABLE columns ALTER j SET STORAGE EXTERNAL;
ALTER TABLE columns ALTER j SET COMPRESSION pglz;
ALTER TABLE columns ALTER k SET STORAGE MAIN;
ALTER TABLE columns ALTER a SET STATISTICS 500;
ALTER TABLE columns ALTER b SET (n_distinct = -0.5, n_distinct_inherited = 7);
COMMENT ON TABLE columns IS 'with a comment';
COMMENT ON COLUMN columns."Odd Column" IS 'odd';
CREATE TABLE nothing ();
