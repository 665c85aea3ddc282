package com.example.types;

/** An amount of money in hundredths. */
public record Cents(long amount) {}
