create table p(id int, code text);
create unique index p_code on p(code);
create table c(code text, constraint f foreign key (code) references p(code));
