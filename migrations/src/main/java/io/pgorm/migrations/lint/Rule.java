package io.pgorm.migrations.lint;

import io.pgorm.ddl.plan.Hazard;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a migration is looked through for. The codes are those of Squawk where it has the rule; people put them into
 * build files, so they never change.
 */
public enum Rule {
    ADDING_FIELD_WITH_DEFAULT(
            Hazard.REWRITES_TABLE,
            "each row that is there gets a value of its own, so the whole table is written anew",
            "add the column without a default, set the default, then fill the rows in batches"),
    ADDING_FOREIGN_KEY_CONSTRAINT(
            Hazard.ACQUIRES_SHARE_ROW_EXCLUSIVE_LOCK,
            "all rows are looked at while writes of both tables wait",
            "add it NOT VALID, then VALIDATE CONSTRAINT in a later transaction"),
    ADDING_NOT_NULLABLE_FIELD(
            Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
            "all rows are looked at while nobody can read the table, and it fails if one is null",
            "add CHECK (column IS NOT NULL) NOT VALID, validate it in a later transaction, then SET NOT NULL, which"
                    + " looks at no row then, and drop the check"),
    ADDING_REQUIRED_FIELD(
            Hazard.MAY_FAIL_ON_DATA,
            "the rows that are there have no value for the column, so it fails unless there are none",
            "give a constant default, or add the column nullable, fill it, then make it required"),
    ADDING_SERIAL_PRIMARY_KEY_FIELD(
            Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
            "the index of the primary key is built while nobody can read the table",
            "CREATE UNIQUE INDEX CONCURRENTLY, then ADD PRIMARY KEY USING INDEX"),
    ADDING_EXCLUSION_CONSTRAINT(
            Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
            "its index is built while nobody can read the table, and there is no way to build it beside the work",
            "do it while nobody works, or check with a trigger"),
    ATTACHING_PARTITION(
            Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
            "all rows of the new partition are looked at unless a constraint says already that they belong there",
            "add a CHECK with the bounds NOT VALID, validate it, attach, then drop the check"),
    BAN_ALTER_DOMAIN_WITH_ADD_CONSTRAINT(
            Hazard.ACQUIRES_SHARE_LOCK,
            "all rows of all tables that use the domain are looked at while their writes wait",
            "add it NOT VALID, then VALIDATE CONSTRAINT in a later transaction"),
    BAN_CHAR_FIELD(null, "char(n) fills values with blanks, which count in some comparisons only", "use text"),
    BAN_CONCURRENT_INDEX_CREATION_IN_TRANSACTION(
            Hazard.CORRECTNESS,
            "PostgreSQL refuses it in a transaction",
            "put it into a file of its own, or outside of BEGIN and COMMIT, with executeInTransaction=false in the"
                    + " .conf file beside it"),
    BAN_DROP_CASCADE(
            Hazard.CORRECTNESS,
            "it also drops what is not named here, whatever that is on the day it is run",
            "name what is to go, each by itself"),
    BAN_DROP_COLUMN(
            Hazard.DELETES_DATA,
            "the values are gone, and an application that still reads the column fails",
            "first deploy an application that does not know the column"),
    BAN_DROP_DATABASE(Hazard.DELETES_DATA, "all is gone", "no migration does this"),
    BAN_DROP_NOT_NULL(
            Hazard.BREAKS_RUNNING_APP,
            "an application that knows only the version before does not expect nulls",
            "first deploy an application that can read them"),
    BAN_DROP_OBJECT(
            Hazard.BREAKS_RUNNING_APP,
            "an application that still uses it fails",
            "first deploy an application that does not know it"),
    BAN_DROP_TABLE(
            Hazard.DELETES_DATA,
            "the rows are gone, and an application that still reads them fails",
            "first deploy an application that does not know the table"),
    BAN_TRUNCATE_CASCADE(
            Hazard.DELETES_DATA,
            "the rows are gone, those of all tables that refer to it too",
            "name each table, without CASCADE"),
    BAN_UNCOMMITTED_TRANSACTION(
            Hazard.CORRECTNESS, "a transaction is begun and nothing of it is kept", "end it with COMMIT"),
    CHANGING_COLUMN_TYPE(
            Hazard.REWRITES_TABLE,
            "unless the type only gets wider, the whole table is written anew, and nobody can read it meanwhile",
            "add a column of the new type, fill it in batches, and let the application change over"),
    CHANGING_PRIVILEGES(
            Hazard.AUTHZ_UPDATE,
            "who may see or do what changes",
            "look at it as at code of the application's security"),
    CONSTRAINT_MISSING_NOT_VALID(
            Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
            "all rows are looked at while nobody can read the table",
            "add it NOT VALID, then VALIDATE CONSTRAINT in a later transaction"),
    CONSTRAINT_VALIDATED_IN_THE_SAME_TRANSACTION(
            Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
            "the lock of the statement that added the constraint is still held while all rows are looked at",
            "commit before VALIDATE CONSTRAINT"),
    DELETING_ROWS(
            Hazard.DELETES_DATA, "the rows are gone", "be sure that nobody needs them; in batches if there are many"),
    DISALLOWED_UNIQUE_CONSTRAINT(
            Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
            "its index is built while nobody can read the table",
            "CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT ... UNIQUE USING INDEX"),
    IDENTIFIER_TOO_LONG(
            Hazard.CORRECTNESS, "PostgreSQL cuts names after 63 bytes, without an error", "choose a shorter name"),
    LOCKING_TABLE(
            Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
            "the lock is held up to the end of the transaction",
            "let each statement take the lock that it needs"),
    NOT_LOOKED_INTO(
            Hazard.HAS_UNTRACKABLE_DEPENDENCIES,
            "what this code does is not looked at here, so none of its hazards are known",
            "use plain statements where you can"),
    PREFER_BIGINT_OVER_INT(null, "a key of four bytes is used up after two thousand million rows", "use bigint"),
    PREFER_IDENTITY(
            null,
            "the sequence of a serial column has an owner and privileges of its own",
            "use GENERATED ALWAYS AS IDENTITY"),
    PREFER_REPACK(
            Hazard.REWRITES_TABLE,
            "the whole table is written anew, and nobody can read it meanwhile",
            "use pg_repack, or leave it to VACUUM"),
    PREFER_TEXT_FIELD(
            null,
            "to change the length later needs a lock, and to make it shorter writes the table anew",
            "use text, with a CHECK of its length where one is wanted"),
    PREFER_TIMESTAMPTZ(
            null,
            "a time without a zone is no point in time: what it means depends on who reads it",
            "use timestamptz"),
    RENAMING_COLUMN(
            Hazard.BREAKS_RUNNING_APP,
            "an application that knows only the name before fails",
            "add a column, keep both the same while both versions run, drop the old one later"),
    RENAMING_OBJECT(
            Hazard.BREAKS_RUNNING_APP,
            "an application that knows only the name before fails",
            "keep the old name until nobody uses it"),
    RENAMING_TABLE(
            Hazard.BREAKS_RUNNING_APP,
            "an application that knows only the name before fails",
            "create a view of the old name in the same transaction"),
    REQUIRE_CONCURRENT_INDEX_CREATION(
            Hazard.ACQUIRES_SHARE_LOCK,
            "writes of the table wait while the index is built",
            "CREATE INDEX CONCURRENTLY, outside of a transaction"),
    REQUIRE_CONCURRENT_INDEX_DELETION(
            Hazard.INDEX_DROPPED,
            "queries that used the index get slower; the drop waits for all that read the table, and those who come"
                    + " later wait for it",
            "DROP INDEX CONCURRENTLY, outside of a transaction"),
    REQUIRE_CONCURRENT_PARTITION_DETACH(
            Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
            "it waits for all that read the whole table, and those who come later wait for it",
            "DETACH PARTITION ... CONCURRENTLY, outside of a transaction"),
    REQUIRE_CONCURRENT_REFRESH(
            Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
            "nobody can read the view while its rows are made",
            "REFRESH MATERIALIZED VIEW CONCURRENTLY, which needs a unique index"),
    REQUIRE_CONCURRENT_REINDEX(
            Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
            "writes of the table wait while the index is built, and reads that would use it",
            "REINDEX ... CONCURRENTLY, outside of a transaction"),
    REQUIRE_ENUM_VALUE_ORDERING(
            null, "the new value is put last, which decides how values compare", "say BEFORE or AFTER which one"),
    REQUIRE_TIMEOUT_SETTINGS(
            null,
            "a statement that waits for its lock makes all wait who come after it",
            "SET lock_timeout and statement_timeout first, as pgorm migrate apply does by itself"),
    REWRITING_TABLE(
            Hazard.REWRITES_TABLE,
            "the whole table is written anew, and nobody can read it meanwhile",
            "do it while nobody works"),
    TRANSACTION_NESTING(
            Hazard.CORRECTNESS,
            "the transaction in which the file is run ends too early, or goes on after COMMIT",
            "leave BEGIN and COMMIT out, or say executeInTransaction=false in the .conf file beside it"),
    TRUNCATING_TABLE(Hazard.DELETES_DATA, "the rows are gone", "be sure that nobody needs them"),
    UPDATING_ALL_ROWS(
            Hazard.IMPACTS_DATABASE_PERFORMANCE,
            "all rows are written and locked up to the end of the transaction",
            "do it in batches, each in a transaction of its own"),
    UPDATING_EXTENSION(
            Hazard.UPGRADING_EXTENSION_VERSION,
            "another version of an extension may behave in another way",
            "read what has changed in it");

    private final @Nullable Hazard hazard;
    private final String why;
    private final String cure;

    Rule(@Nullable Hazard hazard, String why, String cure) {
        this.hazard = hazard;
        this.why = why;
        this.cure = cure;
    }

    /** The name that people use: {@code ban-drop-column}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is at stake; none where it is advice. */
    public Optional<Hazard> hazard() {
        return Optional.ofNullable(hazard);
    }

    /** What happens, in one line. */
    public String why() {
        return why;
    }

    /** What to do instead, in one line. */
    public String cure() {
        return cure;
    }
}
