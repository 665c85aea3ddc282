create table p(id int primary key);
create table c(id int, p int);
alter table c add constraint c_p foreign key (p) references p(id);
alter table c add constraint c_id check (id > 0);
alter table c add constraint c_same foreign key (id) references p(id) on delete cascade not valid;
