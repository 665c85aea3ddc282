create domain d as int constraint pos check (value > 0) constraint top check (value < 100);
comment on constraint pos on domain d is 'over zero';
comment on domain d is 'small';
