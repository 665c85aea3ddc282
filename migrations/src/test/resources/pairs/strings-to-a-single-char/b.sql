CREATE TABLE things (one "char", two "char", three "char");
