CREATE TABLE things (one name, two text, three uuid);
