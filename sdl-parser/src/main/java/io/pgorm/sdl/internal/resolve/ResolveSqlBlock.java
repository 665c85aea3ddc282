package io.pgorm.sdl.internal.resolve;

import io.pgorm.ir.EnumType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import io.pgorm.sdl.internal.Suggest;
import io.pgorm.sdl.internal.syntax.Declaration;
import io.pgorm.sdl.internal.syntax.Name;
import io.pgorm.sdl.internal.syntax.StringValue;
import io.pgorm.sdl.internal.syntax.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** SQL of the author's own, and where it comes in the order. */
final class ResolveSqlBlock {

    /** The phase by its word; what nothing is said of comes near the end. */
    private static final Map<String, SqlObject.Phase> PHASES = phases();

    private final Scope scope;
    private final Map<String, SourceSpan> ids = new LinkedHashMap<>();

    ResolveSqlBlock(Scope scope) {
        this.scope = scope;
    }

    private static Map<String, SqlObject.Phase> phases() {
        Map<String, SqlObject.Phase> phases = new LinkedHashMap<>();
        for (SqlObject.Phase phase : List.of(
                SqlObject.Phase.EXTENSIONS,
                SqlObject.Phase.TYPES,
                SqlObject.Phase.FUNCTIONS,
                SqlObject.Phase.TABLES,
                SqlObject.Phase.INDEXES,
                SqlObject.Phase.SECURITY)) {
            phases.put(phase.name().toLowerCase(Locale.ROOT), phase);
        }
        phases.put("end", SqlObject.Phase.COMMENTS);
        return phases;
    }

    List<SqlObject> resolve(List<Declaration.Sql> blocks) {
        for (Declaration.Sql block : blocks) {
            String id = block.id().text();
            SourceSpan before = ids.putIfAbsent(id, block.span());
            if (before != null) {
                scope.report.error(
                        Codes.DUPLICATE_NAME,
                        block.span(),
                        "there is already SQL with the name \"" + id + "\" at " + Report.place(before),
                        "give one of the two another name");
            } else if (id.isBlank()) {
                scope.report.error(
                        Codes.BAD_DATABASE_NAME,
                        block.span(),
                        "SQL of your own needs a name that says what it is",
                        "write `sql \"seed roles\" ...`");
            }
        }
        List<SqlObject> objects = new ArrayList<>();
        blocks.forEach(block -> resolve(block).ifPresent(objects::add));
        checkOrder(objects);
        return objects;
    }

    private Optional<SqlObject> resolve(Declaration.Sql block) {
        SqlObject.Phase phase = SqlObject.Phase.COMMENTS;
        List<SqlObject.Reference> after = new ArrayList<>();
        List<SqlObject.Reference> before = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Declaration.Place place : block.places()) {
            String word = place.word().text();
            if (!seen.add(word)) {
                scope.report.error(
                        Codes.REPEATED_ARGUMENT,
                        place.word().span(),
                        word + " stands here twice",
                        "name all in one list: `" + word + " [A, B]`");
            }
            switch (word) {
                case "at" -> phase = phase(place.value()).orElse(phase);
                case "after" -> after.addAll(references(place));
                case "before" -> before.addAll(references(place));
                default ->
                    scope.report.error(
                            Codes.UNEXPECTED,
                            place.word().span(),
                            "unexpected `" + word + "` behind the name of sql",
                            Suggest.didYouMeanOneOf(word, List.of("after", "before", "at")));
            }
        }
        Optional<SqlText> sql = ResolveSql.script(scope, block.sql());
        Optional<SqlText> undo = block.down().flatMap(down -> ResolveSql.script(scope, down));
        SqlObject.Phase chosen = phase;
        return sql.map(text -> new SqlObject(
                block.id().text(),
                chosen,
                statements(text),
                undo.map(ResolveSqlBlock::statements),
                after,
                before,
                block.span()));
    }

    /** Without the semicolon at the end, unless a comment ends there. */
    private static String statements(SqlText text) {
        String sql = text.render();
        return sql.endsWith("\n") ? sql : sql.replaceFirst("[;\\s]+$", "");
    }

    private Optional<SqlObject.Phase> phase(Value value) {
        String word = value instanceof Value.Word(Name name) ? name.text() : "";
        SqlObject.Phase phase = PHASES.get(word);
        if (phase == null) {
            scope.report.error(
                    Codes.UNKNOWN_WORD,
                    value.span(),
                    "the order has no phase " + (word.isEmpty() ? "like this" : word),
                    Suggest.didYouMeanOneOf(word, PHASES.keySet()));
        }
        return Optional.ofNullable(phase);
    }

    private List<SqlObject.Reference> references(Declaration.Place place) {
        List<SqlObject.Reference> references = new ArrayList<>();
        for (Value item : Arguments.items(place.value())) {
            switch (item) {
                case StringValue string -> {
                    if (ids.containsKey(string.text())) {
                        references.add(new SqlObject.Reference.Block(string.text()));
                    } else {
                        scope.report.error(
                                Codes.UNKNOWN_REFERENCE,
                                string.span(),
                                "there is no sql \"" + string.text() + "\"",
                                Suggest.didYouMean(string.text(), ids.keySet(), Optional.empty()));
                    }
                }
                case Value.Word(Name word) -> {
                    List<QualifiedName> named = named(word.text());
                    named.forEach(name -> references.add(new SqlObject.Reference.Named(name)));
                    if (named.isEmpty()) {
                        scope.report.error(
                                Codes.UNKNOWN_REFERENCE,
                                word.span(),
                                "nothing that is declared is called " + word,
                                Suggest.didYouMean(
                                        word.text(),
                                        known(),
                                        Optional.of("name a model, view, type, domain, enum, sequence or function,"
                                                + " or other sql by its name in a string")));
                    }
                }
                default ->
                    scope.report.error(
                            Codes.WRONG_ARGUMENT,
                            item.span(),
                            place.word() + " takes names and strings, not " + item.kind());
            }
        }
        return references;
    }

    private List<QualifiedName> named(String word) {
        List<QualifiedName> named = new ArrayList<>();
        scope.relation(word).map(ModelScope::table).ifPresent(named::add);
        Optional.ofNullable(scope.enums.get(word)).map(EnumType::name).ifPresent(named::add);
        for (Map<String, QualifiedName> names : List.of(scope.types, scope.sequences, scope.routines)) {
            Optional.ofNullable(names.get(word)).ifPresent(named::add);
        }
        return named;
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(scope.relations());
        known.addAll(scope.enums.keySet());
        known.addAll(scope.types.keySet());
        known.addAll(scope.sequences.keySet());
        known.addAll(scope.routines.keySet());
        return known;
    }

    /** Refuses SQL that would have to wait for itself. */
    private void checkOrder(List<SqlObject> objects) {
        Map<String, List<String>> waitsFor = new LinkedHashMap<>();
        objects.forEach(object -> waitsFor.put(object.id(), new ArrayList<>()));
        for (SqlObject object : objects) {
            blocks(object.after()).forEach(id -> add(waitsFor, object.id(), id));
            blocks(object.before()).forEach(id -> add(waitsFor, id, object.id()));
        }
        for (List<String> cycle : FindCycles.find(waitsFor)) {
            String id = cycle.getFirst();
            scope.report.error(
                    Codes.WAITS_FOR_ITSELF,
                    ids.getOrDefault(id, SourceSpan.NONE),
                    "\"" + id + "\" would have to run before itself: " + String.join(", ", cycle),
                    "leave out one after or before");
        }
        for (SqlObject object : objects) {
            object.after().stream()
                    .filter(SqlObject.Reference.Named.class::isInstance)
                    .filter(object.before()::contains)
                    .findFirst()
                    .ifPresent(both -> scope.report.error(
                            Codes.WAITS_FOR_ITSELF,
                            object.span(),
                            "\"" + object.id() + "\" cannot run both after and before the same",
                            "leave out one of the two"));
        }
    }

    private static void add(Map<String, List<String>> waitsFor, String from, String to) {
        waitsFor.computeIfAbsent(from, key -> new ArrayList<>()).add(to);
    }

    private static List<String> blocks(List<SqlObject.Reference> references) {
        return references.stream()
                .filter(SqlObject.Reference.Block.class::isInstance)
                .map(reference -> ((SqlObject.Reference.Block) reference).id())
                .toList();
    }
}
