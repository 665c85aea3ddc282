create table room(id int, during tsrange, constraint apart exclude using gist (during with &&));
