create table "Odd ""Table"""("a.b" int, "C d" text);
