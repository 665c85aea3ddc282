create table n(id int primary key, parent int constraint up references n(id) on delete cascade);
create table m(id int primary key, parent int constraint up references m(id));
