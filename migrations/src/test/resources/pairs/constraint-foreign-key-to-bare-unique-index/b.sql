create table p(id int, code text);
create unique index p_id on p(id);
create unique index p_code on p(code) include (id);
create table c(code text, id int, constraint f foreign key (code) references p(code), constraint g foreign key (id) references p(id));
