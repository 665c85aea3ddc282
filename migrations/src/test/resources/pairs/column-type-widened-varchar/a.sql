CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b varchar(10) DEFAULT 'x', c varchar(5), d numeric(8,2), e timestamp(2), f varbit(3), g cidr, h varchar, i bit varying, j text, k xid, l timestamp(3) with time zone);
CREATE INDEX t_a ON t (a);
INSERT INTO t VALUES (1);
