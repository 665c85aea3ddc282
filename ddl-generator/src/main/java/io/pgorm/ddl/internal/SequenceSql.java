package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The SQL of a sequence, and of what an identity column counts. Stateless. */
public final class SequenceSql {

    private SequenceSql() {}

    public static DdlStatement create(Sequence sequence) {
        SqlBuilder sql = new SqlBuilder();
        sql.sql("CREATE ").sqlIf(sequence.unlogged(), "UNLOGGED ").sql("SEQUENCE ");
        sql.name(sequence.name());
        sequence.options().type().ifPresent(type -> sql.sql(" AS ").sql(type));
        counting(sequence.options()).forEach(option -> sql.sql(" ").sql(option));
        return sql.statement(sequence.span());
    }

    /** The statement that ties a sequence to a column, which has to be there. */
    public static Optional<DdlStatement> own(Sequence sequence) {
        return sequence.ownedBy()
                .map(owner -> new SqlBuilder()
                        .sql("ALTER SEQUENCE ")
                        .name(sequence.name())
                        .sql(" OWNED BY ")
                        .name(owner.table())
                        .sql(".")
                        .name(owner.column())
                        .statement(sequence.span()));
    }

    /** Appends what stands behind AS IDENTITY; its type is that of the column. */
    public static void appendIdentity(SequenceOptions options, Optional<QualifiedName> name, SqlBuilder sql) {
        List<String> words = new ArrayList<>();
        name.ifPresent(sequence -> words.add("SEQUENCE NAME " + sequence.sql()));
        words.addAll(counting(options));
        if (!words.isEmpty()) {
            sql.sql(" (").each(words, " ", sql::sql).sql(")");
        }
    }

    private static List<String> counting(SequenceOptions options) {
        List<String> words = new ArrayList<>();
        add("INCREMENT BY ", options.increment(), words);
        add("MINVALUE ", options.minimum(), words);
        add("MAXVALUE ", options.maximum(), words);
        add("START WITH ", options.start(), words);
        add("CACHE ", options.cache(), words);
        if (options.cycle()) {
            words.add("CYCLE");
        }
        return words;
    }

    private static void add(String words, OptionalLong value, List<String> options) {
        if (value.isPresent()) {
            options.add(words + value.getAsLong());
        }
    }
}
