create table p(id int, code text);
create unique index zz_p_code on p(code);
create table c(code text, constraint a_f foreign key (code) references p(code));
