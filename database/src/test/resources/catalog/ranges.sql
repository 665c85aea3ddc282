CREATE TYPE float_range AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TYPE text_span AS RANGE (subtype = text, collation = "C", subtype_opclass = text_pattern_ops,
    multirange_type_name = text_spans);
CREATE TYPE span AS RANGE (subtype = numeric);
CREATE TABLE spans (f float_range, t text_span, ts text_spans, m span_multirange, s span[]);
COMMENT ON TYPE span IS 'of numbers';
