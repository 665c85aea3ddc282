CREATE TABLE visits (at date, who integer) PARTITION BY RANGE (at);
CREATE TABLE others PARTITION OF visits DEFAULT;
CREATE TABLE places (name text, who integer) PARTITION BY LIST (name);
CREATE TABLE visits_1 (at date, who integer);
CREATE TABLE places_1 (name text, who integer);
