create domain d as int constraint pos check (value > 0) constraint top check (value < 200);
comment on constraint top on domain d is 'not too large';
