package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.Constraint.ReferentialAction;
import io.pgorm.ir.Model;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.resolve.MatchRelations.Direct;
import io.pgorm.sdl.internal.resolve.ModelScope.ColumnScope;
import io.pgorm.sdl.internal.resolve.ModelScope.RelationScope;
import io.pgorm.sdl.internal.resolve.ResolveKeys.Key;
import io.pgorm.sdl.internal.syntax.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A relation whose key is in the tables of its two models. */
final class ResolveForeignKey {

    private static final List<String> ACTIONS = List.of("NoAction", "Restrict", "Cascade", "SetNull", "SetDefault");

    private final Scope scope;
    private final Map<ModelScope, TableDraft> tables;
    private final Map<ModelScope, List<Key>> keys;
    private final ReadFields fields;

    ResolveForeignKey(Scope scope, Map<ModelScope, TableDraft> tables, Map<ModelScope, List<Key>> keys) {
        this.scope = scope;
        this.tables = tables;
        this.keys = keys;
        this.fields = new ReadFields(scope);
    }

    /** The fields of both sides; none where something is wrong, which is reported. */
    Map<RelationScope, Model.RelationField> resolve(Direct direct) {
        RelationEnd owner = direct.owner();
        Arguments arguments = owner.arguments().orElseThrow();
        ReferentialAction onDelete = action(arguments, "onDelete");
        ReferentialAction onUpdate = action(arguments, "onUpdate");
        Constraint.Deferral deferral = ReadFields.deferral(arguments);
        boolean matchFull = arguments
                .word("match", List.of("simple", "full"))
                .map("full"::equals)
                .orElse(false);
        boolean validated = !arguments.bool("notValid").orElse(false);
        Optional<Name> name = arguments.databaseName("map");
        Optional<List<ColumnScope>> local = fields.list(owner.model(), arguments, "fields");
        Optional<List<ColumnScope>> remote = arguments.has("references")
                ? fields.list(owner.target(), arguments, "references")
                : primaryKey(owner, arguments);
        if (local.isEmpty() || remote.isEmpty()) {
            return Map.of();
        }
        boolean sound = new CheckForeignKey(scope, keys, direct, arguments)
                .check(local.get(), remote.get(), onDelete, onUpdate);
        List<String> localColumns = ReadFields.columns(local.get());
        List<String> remoteColumns = ReadFields.columns(remote.get());
        TableDraft table = tables.get(owner.model());
        if (sound && arguments.sound() && table != null) {
            SourceSpan span = owner.field().node().span();
            table.foreignKeys.add(new Unnamed<>(
                    name,
                    table.stem(localColumns),
                    "_fkey",
                    false,
                    span,
                    given -> new Constraint.ForeignKey(
                            given,
                            localColumns,
                            owner.target().table(),
                            remoteColumns,
                            onDelete,
                            onUpdate,
                            deferral,
                            matchFull,
                            validated,
                            span)));
        }
        Map<RelationScope, Model.RelationField> resolved = new HashMap<>();
        resolved.put(
                owner.field(),
                new Model.RelationField(
                        owner.field().name(),
                        owner.field().target(),
                        owner.field().nullable() ? Model.Arity.ZERO_OR_ONE : Model.Arity.ONE,
                        new Model.Direct(localColumns, remoteColumns, true),
                        owner.field().node().documentation(),
                        owner.span()));
        direct.back()
                .ifPresent(back -> resolved.put(
                        back.field(),
                        new Model.RelationField(
                                back.field().name(),
                                back.field().target(),
                                back.field().many() ? Model.Arity.MANY : Model.Arity.ZERO_OR_ONE,
                                new Model.Direct(remoteColumns, localColumns, false),
                                back.field().node().documentation(),
                                back.span())));
        return resolved;
    }

    /** As in SQL, a relation that names no referenced fields means the primary key. */
    private Optional<List<ColumnScope>> primaryKey(RelationEnd owner, Arguments arguments) {
        Optional<List<ColumnScope>> found = keys.getOrDefault(owner.target(), List.of()).stream()
                .filter(Key::primary)
                .map(Key::fields)
                .findFirst();
        if (found.isEmpty() && owner.target().complete()) {
            scope.report.error(
                    Codes.NOT_A_KEY,
                    arguments.span(),
                    owner.target().name() + " has no primary key to reference",
                    "name unique fields of it with references: [...], or give it a primary key with @id");
        }
        return found;
    }

    private ReferentialAction action(Arguments arguments, String parameter) {
        return arguments
                .word(parameter, ACTIONS)
                .map(word -> switch (word) {
                    case "Restrict" -> ReferentialAction.RESTRICT;
                    case "Cascade" -> ReferentialAction.CASCADE;
                    case "SetNull" -> ReferentialAction.SET_NULL;
                    case "SetDefault" -> ReferentialAction.SET_DEFAULT;
                    default -> ReferentialAction.NO_ACTION;
                })
                .orElse(ReferentialAction.NO_ACTION);
    }
}
