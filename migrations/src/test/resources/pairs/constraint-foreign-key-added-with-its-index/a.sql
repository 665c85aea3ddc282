create table p(id int, code text);
create table c(code text);
