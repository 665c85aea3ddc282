create table p(id int primary key);
create table c(id int, p int);
alter table c add constraint c_p foreign key (p) references p(id) not valid;
alter table c add constraint c_id check (id > 0) not valid;
alter table c add constraint c_same foreign key (id) references p(id) not valid;
