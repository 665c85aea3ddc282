package io.pgorm.features.rls.internal;

import io.pgorm.ir.spi.DiagnosticCode;
import java.util.List;

/** The codes of what is said about policies. A code never changes its meaning. */
public final class PolicyCodes {

    static final String RESTRICTIVE_ONLY = "PGO1001";
    static final String INSERT_WITHOUT_SELECT = "PGO1002";
    static final String CLAUSE_NOT_ALLOWED = "PGO1003";
    static final String NO_CONDITION = "PGO1004";
    static final String RECURSION = "PGO1005";
    static final String CHANGE_WITHOUT_SELECT = "PGO1006";
    static final String DUPLICATE_NAME = "PGO1007";
    static final String UPDATE_WITHOUT_USING = "PGO1008";
    static final String BAD_NAME = "PGO1009";
    static final String VIEW_OF_OWNER = "PGO1010";
    static final String MATERIALIZED = "PGO1011";
    static final String ON_VIEW = "PGO1012";
    static final String PARTITION_WITHOUT = "PGO1013";

    public static final List<DiagnosticCode> ALL = List.of(
            code(
                    RESTRICTIVE_ONLY,
                    "all policies of a model are restrictive",
                    "@@rls(using: \"{ownerId} = auth.uid()\", as: restrictive)",
                    "Add a permissive policy: a row passes when one permissive and every restrictive one agree."),
            code(
                    INSERT_WITHOUT_SELECT,
                    "rows can be inserted but not seen",
                    "@@rls(check: \"true\", for: insert)",
                    "Add a policy for select: the client reads back what it inserts, which PostgreSQL refuses without"
                            + " one."),
            code(
                    CLAUSE_NOT_ALLOWED,
                    "a policy has a condition that its statement cannot have",
                    "@@rls(using: \"true\", for: insert)",
                    "insert takes check:, select and delete take using:, update and all take both."),
            code(
                    NO_CONDITION,
                    "a policy says nothing about rows",
                    "@@rls(for: select)",
                    "Give it using: for the rows that are seen, check: for those that are written."),
            code(
                    RECURSION,
                    "the policies of a table lead back to it",
                    "@@rls(using: \"EXISTS (SELECT 1 FROM {Note} n WHERE n.id = {id})\")",
                    "Move the subquery into a function with SECURITY DEFINER that belongs to a role with BYPASSRLS."),
            code(
                    CHANGE_WITHOUT_SELECT,
                    "rows that cannot be seen cannot be changed",
                    "@@rls(using: \"{ownerId} = auth.uid()\", for: update)",
                    "Add a policy for select: an update or delete finds only rows that may be read."),
            code(
                    DUPLICATE_NAME,
                    "two policies of a table have the same name",
                    "@@rls(using: \"true\", name: \"all\")\n  @@rls(using: \"true\", name: \"all\")",
                    "Give one of them another name."),
            code(
                    UPDATE_WITHOUT_USING,
                    "a policy for update lets no row be updated",
                    "@@rls(using: \"true\", for: select)\n  @@rls(check: \"true\", for: update)",
                    "Add using: for the rows that may be updated."),
            code(
                    BAD_NAME,
                    "a policy or a role has a name that PostgreSQL does not take",
                    "@@rls(using: \"true\", name: \"\")",
                    "A name has 1 to 63 bytes."),
            new DiagnosticCode(
                    VIEW_OF_OWNER,
                    "a view reads a protected table as its owner",
                    note("@@rls(using: \"{ownerId} = auth.uid()\")")
                            + "\nview NoteTitle {\n  id  Int  @id\n\n  @@with(securityInvoker: false)\n}"
                            + " as \"SELECT id FROM notes\"\n",
                    "Leave securityInvoker: false out, so that the policies of whoever reads the view apply."),
            new DiagnosticCode(
                    MATERIALIZED,
                    "a materialized view keeps rows of a protected table",
                    note("@@rls(using: \"{ownerId} = auth.uid()\")")
                            + "\nmaterialized view NoteCount {\n  count  BigInt\n} as \"SELECT count(*) FROM notes\"\n",
                    "It has no policies of its own: whoever may read it reads all of it. Grant it to nobody who must"
                            + " not, or make it a view."),
            new DiagnosticCode(
                    ON_VIEW,
                    "a policy stands on a view",
                    "view NoteTitle {\n  id  Int  @id\n\n  @@rls(using: \"true\")\n} as \"SELECT id FROM notes\"\n",
                    "A view has no policies: those of the tables that it reads apply."),
            new DiagnosticCode(
                    PARTITION_WITHOUT,
                    "a partition can be read around the policies of its table",
                    """
                    model Note {
                      id  Int  @id

                      @@partition([id], by: RANGE)
                      @@rls(using: "true")
                    }

                    model OldNote {
                      id  Int  @id

                      @@partition.of(Note, default: true)
                    }
                    """,
                    "Give the partition the same policies, or grant it to nobody."));

    private PolicyCodes() {}

    private static DiagnosticCode code(String code, String title, String attributes, String cure) {
        return new DiagnosticCode(code, title, note(attributes), cure);
    }

    private static String note(String attributes) {
        return "model Note {\n  id       Int     @id\n  ownerId  BigInt\n\n  " + attributes + "\n}\n";
    }
}
