CREATE SEQUENCE counted;
CREATE TABLE things (at macaddr);
