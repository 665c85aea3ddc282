CREATE TYPE public."long_name__name__name__name__name__name__name__name__name_00040" AS RANGE (subtype = timestamp without time zone);
CREATE TABLE public."thing_52" ("column_64" public."long_name__name__name__name__name__name__name__name__name_00040");
