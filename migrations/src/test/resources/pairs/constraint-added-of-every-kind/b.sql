create extension btree_gist;
create table target(id int primary key, code text, constraint target_code_key unique (code));
create table t(id int, a int not null, b int, during tsrange, note text,
  constraint t_pk primary key (id),
  constraint t_a_b unique (a, b),
  constraint t_positive check (a > 0),
  constraint t_target foreign key (b) references target(id) on delete cascade on update set null,
  constraint t_note foreign key (note) references target(code),
  constraint t_apart exclude using gist (a with =, during with &&) where (b is not null));
