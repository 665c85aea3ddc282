create table p(id bigint primary key);
create table c(id bigint primary key, p bigint constraint c_p references p(id));
