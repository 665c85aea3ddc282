package io.pgorm.ddl.internal.order;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ddl.internal.CommentSql;
import io.pgorm.ir.Comment;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Namespace;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.Routine;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import java.util.List;
import java.util.Optional;

/** The steps that say what is documented. Stateless. */
final class CommentSteps {

    /** Kinds in the order of their comments. */
    private static final int SCHEMAS = 0;

    private static final int TYPES = 1;
    private static final int SEQUENCES = 2;
    private static final int ROUTINES = 3;
    private static final int TABLES = 4;
    private static final int OTHERS = 5;

    private CommentSteps() {}

    static List<Step> of(SchemaObject object) {
        return switch (object) {
            case Namespace namespace ->
                one(SCHEMAS, ObjectName.global(Kind.SCHEMA, namespace.name()), namespace.comment(), namespace);
            case EnumType type -> one(TYPES, ObjectName.of(Kind.TYPE, type.name()), type.comment(), type);
            case RangeType type -> one(TYPES, ObjectName.of(Kind.TYPE, type.name()), type.comment(), type);
            case DomainType type -> one(TYPES, ObjectName.of(Kind.DOMAIN, type.name()), type.comment(), type);
            case CompositeType type ->
                at(TYPES, ObjectName.of(Kind.TYPE, type.name())).step(CommentSql.create(type));
            case Sequence sequence ->
                one(SEQUENCES, ObjectName.of(Kind.SEQUENCE, sequence.name()), sequence.comment(), sequence);
            case Routine routine -> one(ROUTINES, ObjectName.routine(routine), routine.comment(), routine);
            case Table table ->
                at(TABLES, ObjectName.of(Kind.TABLE, table.name())).step(CommentSql.create(table));
            case View view -> at(TABLES, ObjectName.of(Kind.VIEW, view.name())).step(CommentSql.create(view));
            case Comment comment -> {
                boolean part = comment.on().part().isPresent() && comment.on().kind() != Kind.DOMAIN_CONSTRAINT;
                yield one(part ? TABLES : OTHERS, comment.on(), Optional.of(comment.text()), comment);
            }
            default -> List.of();
        };
    }

    private static List<Step> one(int group, ObjectName on, Optional<String> text, SchemaObject object) {
        List<DdlStatement> statements = text.stream()
                .map(given -> CommentSql.create(on, given, object.span()))
                .toList();
        return at(group, on).step(statements);
    }

    private static Step.Builder at(int group, ObjectName on) {
        String detail = on.part().map(part -> on.kind() + " " + part).orElse("") + on.argumentTypes();
        int number = on.part().isPresent() ? 1 : 0;
        return Step.at(new Place(Stratum.COMMENTS, group, on.name(), number, detail))
                .needs(on);
    }
}
