package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A policy of row level security.
 *
 * @param permissive false for a restrictive one
 * @param roles the roles it is for; empty for all
 * @param using which rows are seen, changed and deleted
 * @param check which rows may be written
 */
public record Policy(
        String name,
        boolean permissive,
        Command command,
        List<String> roles,
        Optional<SqlText> using,
        Optional<SqlText> check,
        SourceSpan span) {

    public Policy {
        roles = List.copyOf(roles);
    }

    /** The statements it is for. */
    public enum Command {
        ALL,
        SELECT,
        INSERT,
        UPDATE,
        DELETE
    }
}
