package io.pgorm.sdl;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Index;
import io.pgorm.ir.Model;
import io.pgorm.ir.Policy;
import io.pgorm.ir.ReplicaIdentity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SequenceOptions;
import io.pgorm.ir.SessionType;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.TableStorage;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.spi.ArgumentValue;
import io.pgorm.ir.spi.AttributeUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A schema as text that a person can check against its source. Everything but the spans of small parts is shown. */
final class PrintSchema {

    private final StringBuilder out = new StringBuilder();

    static String print(Schema schema) {
        PrintSchema printer = new PrintSchema();
        printer.schema(schema);
        return printer.out.toString();
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    private void schema(Schema schema) {
        schema.extensions().forEach(this::object);
        schema.session().ifPresent(this::session);
        schema.objects().stream()
                .filter(object ->
                        !(object instanceof Extension || object instanceof Table || object instanceof SqlObject))
                .forEach(this::object);
        schema.tables().forEach(this::table);
        schema.objects().stream()
                .flatMap(each -> PrintSatellites.line(each).stream())
                .forEach(this::line);
        schema.models().forEach(this::model);
        schema.sqlObjects().forEach(this::object);
    }

    private void object(SchemaObject object) {
        PrintObjects.print(object).forEach(this::line);
    }

    private static String at(SourceSpan span) {
        return "  @" + span.line() + ":" + span.column();
    }

    private void session(SessionType session) {
        line("session" + (session.external() ? " external" : "") + at(session.span()));
        for (SessionType.Field field : session.fields()) {
            line("  " + field.name() + "  auth." + field.function() + "()  " + field.setting() + "  "
                    + field.type().sql() + (field.nullable() ? " null" : ""));
        }
    }

    private static String comment(Optional<String> comment) {
        return comment.map(text -> "  /// " + text.replace("\n", "\\n")).orElse("");
    }

    private void table(Table table) {
        line("table " + table.name().sql() + comment(table.comment()) + at(table.span()));
        table.columns().forEach(this::column);
        storage(table);
        table.primaryKey()
                .ifPresent(key -> line("  primary key " + key.name() + " " + key.columns()
                        + (key.include().isEmpty() ? "" : " include " + key.include()) + deferral(key.deferral())));
        for (Constraint.Unique unique : table.uniques()) {
            line("  unique " + unique.name() + " " + unique.columns()
                    + (unique.nullsNotDistinct() ? " nulls not distinct" : "")
                    + (unique.include().isEmpty() ? "" : " include " + unique.include()) + deferral(unique.deferral()));
        }
        table.checks()
                .forEach(check -> line("  check " + check.name() + " " + sql(check.expression())
                        + (check.inherited() ? "" : " no inherit") + (check.validated() ? "" : " not valid")));
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            line("  foreign key " + key.name() + " " + key.columns() + " -> "
                    + key.target().sql() + " "
                    + key.targetColumns() + " on delete " + key.onDelete().sql() + " on update "
                    + key.onUpdate().sql() + deferral(key.deferral())
                    + (key.matchFull() ? " match full" : "") + (key.validated() ? "" : " not valid"));
        }
        table.constraints().forEach(this::otherConstraint);
        table.indexes().forEach(index -> line(index(index)));
        if (table.rowSecurity() != io.pgorm.ir.RowSecurity.DISABLED) {
            line("  row security " + table.rowSecurity());
        }
        for (Policy policy : table.policies()) {
            line("  policy " + policy.name() + " " + policy.command() + " to " + policy.roles()
                    + policy.using().map(using -> " using " + sql(using)).orElse(""));
        }
    }

    private void otherConstraint(Constraint constraint) {
        if (constraint instanceof Constraint.Exclusion exclusion) {
            line("  exclude " + exclusion.name() + " " + exclusion.method() + " "
                    + exclusion.elements().stream()
                            .map(element -> key(element.key()) + " with " + element.operator())
                            .collect(Collectors.joining(", ", "[", "]"))
                    + (exclusion.include().isEmpty() ? "" : " include " + exclusion.include())
                    + exclusion.where().map(where -> " where " + sql(where)).orElse("")
                    + deferral(exclusion.deferral()));
        } else if (constraint instanceof Constraint.Other other) {
            line("  constraint " + other.name() + " " + sql(other.definition()));
        }
    }

    private void storage(Table table) {
        TableStorage storage = table.storage();
        if (!storage.equals(TableStorage.DEFAULT)) {
            line("  stored" + (storage.unlogged() ? " unlogged" : "")
                    + (storage.parameters().isEmpty() ? "" : " " + storage.parameters())
                    + storage.tablespace().map(name -> " tablespace " + name).orElse("")
                    + storage.accessMethod().map(name -> " using " + name).orElse("")
                    + (storage.replicaIdentity().equals(ReplicaIdentity.DEFAULT)
                            ? ""
                            : " replica identity " + storage.replicaIdentity()));
        }
        if (!table.hierarchy().inherits().isEmpty()) {
            line("  inherits " + table.hierarchy().inherits());
        }
    }

    private static String deferral(Constraint.Deferral deferral) {
        return deferral == Constraint.Deferral.NOT_DEFERRABLE ? "" : " " + deferral;
    }

    private void column(Column column) {
        String value = switch (column.value()) {
            case ColumnValue.None none -> "";
            case ColumnValue.Default(SqlText expression) -> " default " + sql(expression);
            case ColumnValue.Identity(boolean always, var options, var sequence) ->
                (always ? " identity always" : " identity by default")
                        + (options.equals(SequenceOptions.DEFAULT) ? "" : " " + PrintSatellites.options(options))
                        + sequence.map(name -> " named " + name.sql()).orElse("");
            case ColumnValue.Generated(SqlText expression, boolean stored) ->
                " generated " + (stored ? "" : "virtual ") + sql(expression);
        };
        line("  " + column.name() + "  " + column.type().sql() + (column.nullable() ? " null" : "") + value
                + column.collation().map(name -> " collate " + name.sql()).orElse("")
                + column.storage().map(kind -> " storage " + kind).orElse("")
                + column.compression().map(method -> " compression " + method).orElse("")
                + (column.inherited() ? " inherited" : "")
                + comment(column.comment()));
    }

    static String index(Index index) {
        String keys = index.keys().stream().map(PrintSchema::key).collect(Collectors.joining(", ", "[", "]"));
        return "  " + (index.unique() ? "unique " : "") + "index " + index.name() + " " + index.method() + " " + keys
                + (index.include().isEmpty() ? "" : " include " + index.include())
                + (index.nullsNotDistinct() ? " nulls not distinct" : "")
                + index.where().map(where -> " where " + sql(where)).orElse("")
                + (index.with().isEmpty() ? "" : " with " + index.with());
    }

    private static String key(Index.Key key) {
        String target = switch (key.target()) {
            case Index.ColumnTarget(String column) -> column;
            case Index.ExpressionTarget(SqlText expression) -> sql(expression);
        };
        return target
                + key.collation().map(name -> " collate " + name.sql()).orElse("")
                + key.operatorClass().map(name -> " " + name).orElse("")
                + key.order().map(order -> " " + order).orElse("")
                + key.nulls().map(nulls -> " nulls " + nulls).orElse("");
    }

    /** References stand between guillemets, so that they can be told from plain text. */
    static String sql(SqlText sql) {
        return sql.parts().stream()
                .map(part -> switch (part) {
                    case SqlText.Text(String text) -> text.replace("\n", "\\n");
                    case SqlText.ColumnReference reference -> "«" + reference.render() + "»";
                    case SqlText.TableReference reference -> "«table " + reference.render() + "»";
                })
                .collect(Collectors.joining("", "(", ")"));
    }

    private void model(Model model) {
        line("model " + model.name() + "  " + model.plural() + "  "
                + model.table().sql() + (model.ignored() ? "  ignored" : "") + comment(model.documentation())
                + at(model.span()));
        for (Model.Field field : model.fields()) {
            switch (field) {
                case Model.ColumnField column ->
                    line("  " + column.name() + "  column " + column.column()
                            + (column.updatedAt() ? "  updatedAt" : "")
                            + (column.version() ? "  version" : "")
                            + (column.ignored() ? "  ignored" : "") + attributes(column.attributes())
                            + comment(column.documentation()));
                case Model.RelationField relation ->
                    line("  " + relation.name() + "  " + relation.arity() + " " + relation.target() + "  "
                            + link(relation.link()) + comment(relation.documentation()));
            }
        }
        model.attributes().forEach(use -> line("  @" + attribute(use)));
    }

    private static String link(Model.Link link) {
        return switch (link) {
            case Model.Direct(List<String> local, List<String> remote, boolean owner) ->
                local + " -> " + remote + (owner ? " owner" : "");
            case Model.Through through ->
                through.local() + " -> " + through.table().sql() + " " + through.joinLocal() + " "
                        + through.joinRemote() + " -> " + through.remote();
        };
    }

    private static String attributes(List<AttributeUse> uses) {
        return uses.stream().map(use -> "  @" + attribute(use)).collect(Collectors.joining());
    }

    private static String attribute(AttributeUse use) {
        Map<String, String> arguments = new TreeMap<>();
        use.arguments()
                .forEach((name, value) -> arguments.put(
                        name,
                        switch (value) {
                            case ArgumentValue.Sql(SqlText text) -> sql(text);
                            case ArgumentValue.Text(String text) -> '"' + text + '"';
                            case ArgumentValue.Whole(long number) -> String.valueOf(number);
                            case ArgumentValue.Bool(boolean bool) -> String.valueOf(bool);
                            case ArgumentValue.Word(String word) -> word;
                            case ArgumentValue.Words(List<String> words) -> words.toString();
                            case ArgumentValue.Columns(List<String> names) -> "columns " + names;
                            case ArgumentValue.Keys(List<Index.Key> keys) ->
                                keys.stream().map(PrintSchema::key).collect(Collectors.joining(", ", "keys [", "]"));
                            case ArgumentValue.FieldWords(Map<String, String> words) -> "words " + words;
                            case ArgumentValue.Texts(List<String> texts) -> "texts " + texts;
                            case ArgumentValue.Constants(List<SqlText> constants) ->
                                constants.stream()
                                        .map(PrintSchema::sql)
                                        .collect(Collectors.joining(", ", "constants [", "]"));
                            case ArgumentValue.Named(var qualified) -> "named " + qualified.sql();
                        }));
        return use.name() + arguments + comment(use.documentation());
    }
}
