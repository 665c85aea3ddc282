package io.pgorm.features.rls.internal;

import io.pgorm.ir.ColumnType;
import io.pgorm.ir.PgType;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SessionType;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;

/** The session that a schema without a {@code session} block has, once a policy calls {@code auth.uid()}. Stateless. */
public final class ImpliedSession {

    private static final String UID = "uid";
    private static final PgType BIG_INT = new PgType("BigInt", "bigint", PgType.Kind.INTEGER, 0, 0);

    private ImpliedSession() {}

    /** The schema with {@code session { uid BigInt }}, if it has no session and a policy asks for it. */
    public static Schema add(Schema schema) {
        if (schema.session().isPresent()) {
            return schema;
        }
        return schema.tables().stream()
                .flatMap(table -> table.policies().stream())
                .filter(policy -> SessionCalls.functions(policy).contains(UID))
                .findFirst()
                .map(policy -> schema.withSession(session(policy.span())))
                .orElse(schema);
    }

    /** @param span the first policy that asks for it */
    private static SessionType session(SourceSpan span) {
        ColumnType type = new ColumnType.Scalar(BIG_INT, List.of(), false);
        SessionType.Field uid = new SessionType.Field(UID, UID, "pgorm.uid", type, false, span);
        return new SessionType(List.of(uid), false, span);
    }
}
