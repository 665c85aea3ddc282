-- Every type of PostgreSQL that a column can have, with modifiers.
CREATE TABLE all_types (
    a_smallint smallint, a_int integer, a_bigint bigint, a_real real, a_double double precision,
    a_numeric numeric, a_numeric_10 numeric(10), a_numeric_10_2 numeric(10,2), a_numeric_negative numeric(3,-2), a_money money,
    a_boolean boolean, a_text text, a_varchar varchar, a_varchar_20 varchar(20), a_char character(1), a_char_8 char(8), a_bpchar bpchar, a_internal_char "char", a_name name,
    a_bytea bytea, a_date date, a_time time, a_time_3 time(3), a_timetz timetz, a_timetz_0 time(0) with time zone,
    a_timestamp timestamp, a_timestamp_0 timestamp(0), a_timestamptz timestamptz, a_timestamptz_6 timestamp(6) with time zone,
    a_interval interval, a_interval_3 interval(3), a_interval_day interval day to second(3), a_interval_year interval year to month,
    a_uuid uuid, a_json json, a_jsonb jsonb, a_jsonpath jsonpath, a_xml xml,
    a_inet inet, a_cidr cidr, a_macaddr macaddr, a_macaddr8 macaddr8, a_bit bit, a_bit_8 bit(8), a_varbit varbit, a_varbit_8 bit varying(8),
    a_tsvector tsvector, a_tsquery tsquery, a_int4range int4range, a_int8range int8range, a_numrange numrange, a_tsrange tsrange, a_tstzrange tstzrange, a_daterange daterange,
    a_int4multirange int4multirange, a_datemultirange datemultirange, a_tstzmultirange tstzmultirange,
    a_point point, a_line line, a_lseg lseg, a_box box, a_path path, a_polygon polygon, a_circle circle,
    a_oid oid, a_regclass regclass, a_regtype regtype, a_regproc regproc, a_xid xid, a_xid8 xid8, a_pg_lsn pg_lsn, a_tid tid,
    many integer[], many_two integer[][], many_varchar varchar(10)[], many_numeric numeric(5,1)[], many_timestamptz timestamptz(3)[], many_json jsonb[], many_uuid uuid[]
);
CREATE TABLE defaults (
    d_int integer DEFAULT 0, d_negative integer DEFAULT -1, d_big bigint DEFAULT 9223372036854775807, d_numeric numeric(10,2) DEFAULT 1.50, d_real real DEFAULT 1.5,
    d_scientific double precision DEFAULT 1e10, d_nan double precision DEFAULT 'NaN', d_infinity timestamptz DEFAULT 'infinity',
    d_true boolean DEFAULT true, d_false boolean DEFAULT false NOT NULL, d_null text DEFAULT NULL,
    d_text text DEFAULT 'it''s "quoted"', d_backslash text DEFAULT 'a\b', d_newline text DEFAULT E'two\nlines', d_tab text DEFAULT E'a\tb', d_braces text DEFAULT '{not a reference}', d_empty text DEFAULT '',
    d_unicode text DEFAULT 'Grüße 🐘', d_percent text DEFAULT '%s $1 :name ?', d_dollar text DEFAULT '$$',
    d_varchar varchar(20) DEFAULT 'x', d_char char(3) DEFAULT 'ab', d_date date DEFAULT '2020-02-29', d_today date DEFAULT CURRENT_DATE, d_now timestamptz DEFAULT now(), d_stamp timestamp DEFAULT CURRENT_TIMESTAMP,
    d_local timestamp DEFAULT LOCALTIMESTAMP(0), d_clock timestamptz DEFAULT clock_timestamp(), d_utc timestamp DEFAULT (now() AT TIME ZONE 'utc'), d_statement timestamptz DEFAULT statement_timestamp(),
    d_user text DEFAULT CURRENT_USER, d_session name DEFAULT session_user, d_interval interval DEFAULT '1 day 02:00:00', d_uuid uuid DEFAULT gen_random_uuid(), d_fixed uuid DEFAULT '00000000-0000-0000-0000-000000000000',
    d_json json DEFAULT '{"a": [1, 2, {"b": "c"}]}', d_jsonb jsonb DEFAULT '{}'::jsonb NOT NULL, d_array integer[] DEFAULT ARRAY[1,2,3], d_empty_array text[] DEFAULT '{}'::text[] NOT NULL, d_built text DEFAULT 'a' || lower('B'),
    d_bits bit(4) DEFAULT B'0101', d_bytea bytea DEFAULT '\xdeadbeef', d_point point DEFAULT '(1,2)', d_range int4range DEFAULT '[1,10)', d_inet inet DEFAULT '10.0.0.1', d_cidr cidr DEFAULT '10.0.0.0/8',
    d_regclass regclass DEFAULT 'defaults'::regclass, d_case integer DEFAULT CASE WHEN 1 > 2 THEN 3 ELSE 4 END, d_random double precision DEFAULT random() * 10, d_money money DEFAULT 1.5, d_oid oid DEFAULT 0, d_tsvector tsvector DEFAULT ''::tsvector,
    d_int_of_text integer DEFAULT '7', d_text_of_int text DEFAULT 7, d_smallint smallint DEFAULT 3, d_extract integer DEFAULT EXTRACT(year FROM now())
);
