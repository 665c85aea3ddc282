create table "Odd ""Table"""("a.b" int, "C d" text, constraint "my ""check" check ("a.b" > 0));
create index "Ix.x" on "Odd ""Table"""("C d");
comment on column "Odd ""Table"""."a.b" is 'dot';
comment on constraint "my ""check" on "Odd ""Table""" is 'quote';
comment on index "Ix.x" is 'dot';
grant select on "Odd ""Table""" to "R.odd ""role";
create policy "p "" q" on "Odd ""Table""" to "R.odd ""role" using ("a.b" > 0);
