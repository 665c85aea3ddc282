CREATE TABLE a (
    this_name_has_exactly_sixty_three_characters_which_is_as_much_a text,
    this_name_has_exactly_sixty_four_characters_which_is_one_too_man text,
    "ääääääääääääääääääääääääääääääää" text DEFAULT 'this_is_a_literal_and_not_a_name_so_that_it_may_be_as_long_as_it_likes'
);
