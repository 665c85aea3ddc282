package io.pgorm.ir.spi;

/**
 * A diagnostic that an extension may report, for the page of codes and {@code pgorm explain}.
 *
 * @param code {@code PGO1001}; it never changes its meaning
 * @param title what is wrong, as one short sentence without a full stop
 * @param example a schema that gets it: whole declarations, as short as may be
 * @param cure what to write instead, or why it may stay, in one or two sentences
 */
public record DiagnosticCode(String code, String title, String example, String cure) {}
