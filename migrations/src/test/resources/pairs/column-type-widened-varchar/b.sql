CREATE TABLE t (id int PRIMARY KEY, a varchar(20), b text DEFAULT 'x', c varchar, d numeric(10,2), e timestamp(6), f varbit(5), g inet, h text, i varbit, j varchar, k xid, l timestamp with time zone);
CREATE INDEX t_a ON t (a);
INSERT INTO t VALUES (1);
