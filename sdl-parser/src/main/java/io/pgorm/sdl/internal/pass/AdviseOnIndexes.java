package io.pgorm.sdl.internal.pass;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.Model;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Advice on indexes: those that are missing, and those that are there twice. For one schema. */
public final class AdviseOnIndexes {

    private final Schema schema;
    private final Report report;

    private AdviseOnIndexes(Schema schema, Report report) {
        this.schema = schema;
        this.report = report;
    }

    /** Says what is to be said of the indexes of every table. */
    public static void advise(Schema schema, Report report) {
        AdviseOnIndexes pass = new AdviseOnIndexes(schema, report);
        schema.tables().forEach(pass::table);
    }

    /**
     * Something that serves as a B-tree: an index, or what a key brings with it.
     *
     * @param keys its plain columns in order, with whatever else is said of each
     */
    private record Tree(String what, List<Index.Key> keys, List<String> include, boolean constraint, SourceSpan span) {
        List<String> columns() {
            return keys.stream()
                    .map(key -> ((Index.ColumnTarget) key.target()).column())
                    .toList();
        }
    }

    private void table(Table table) {
        List<Tree> trees = trees(table);
        table.foreignKeys().forEach(key -> foreignKey(table, key, trees));
        for (Tree tree : trees) {
            redundant(tree, trees);
        }
    }

    private static List<Tree> trees(Table table) {
        List<Tree> trees = new ArrayList<>();
        table.primaryKey()
                .ifPresent(key ->
                        trees.add(new Tree("the primary key", plain(key.columns()), key.include(), true, key.span())));
        for (Constraint.Unique unique : table.uniques()) {
            trees.add(new Tree(
                    "the unique key " + unique.name(), plain(unique.columns()), unique.include(), true, unique.span()));
        }
        for (Index index : table.indexes()) {
            boolean plain = index.method().equals("btree")
                    && index.where().isEmpty()
                    && index.keys().stream().allMatch(key -> key.target() instanceof Index.ColumnTarget);
            if (plain) {
                trees.add(new Tree(
                        "the index " + index.name(), index.keys(), index.include(), index.unique(), index.span()));
            }
        }
        return trees;
    }

    private static List<Index.Key> plain(List<String> columns) {
        return columns.stream().map(Index.Key::of).toList();
    }

    /** The database looks for the rows that point to a row whenever that row goes; without an index it reads them all. */
    private void foreignKey(Table table, Constraint.ForeignKey key, List<Tree> trees) {
        int size = key.columns().size();
        boolean covered = trees.stream()
                .map(Tree::columns)
                .anyMatch(columns -> columns.size() >= size
                        && new HashSet<>(columns.subList(0, size)).equals(new HashSet<>(key.columns())));
        boolean hashed = size == 1
                && table.indexes().stream()
                        .anyMatch(index -> index.method().equals("hash")
                                && index.where().isEmpty()
                                && index.keys()
                                        .getFirst()
                                        .target()
                                        .equals(new Index.ColumnTarget(
                                                key.columns().getFirst())));
        if (covered || hashed) {
            return;
        }
        String fields =
                key.columns().stream().map(column -> field(table, column)).collect(Collectors.joining(", "));
        report.warning(
                Codes.FOREIGN_KEY_WITHOUT_INDEX,
                key.span(),
                "no index begins with the foreign key " + fields + ", so each delete in " + key.target()
                        + " reads all of " + table.name(),
                "add `@@index([" + fields + "])`");
    }

    private String field(Table table, String column) {
        Optional<Model> model = schema.models().stream()
                .filter(each -> each.table().equals(table.name()))
                .findFirst();
        return model.flatMap(each -> each.columnFields().stream()
                        .filter(field -> field.column().equals(column))
                        .map(Model.ColumnField::name)
                        .findFirst())
                .orElse(column);
    }

    private void redundant(Tree tree, List<Tree> trees) {
        if (tree.constraint()) {
            return;
        }
        trees.stream()
                .filter(other ->
                        other != tree && serves(other, tree) && !(serves(tree, other) && isLater(other, tree, trees)))
                .findFirst()
                .ifPresent(other -> report.warning(
                        Codes.REDUNDANT_INDEX,
                        tree.span(),
                        tree.what() + " is made redundant by " + other.what() + " at " + Report.place(other.span()),
                        "remove it: each write pays for it, and no query needs it"));
    }

    private static boolean serves(Tree other, Tree tree) {
        return other.keys().size() >= tree.keys().size()
                && other.keys().subList(0, tree.keys().size()).equals(tree.keys())
                && tree.include().stream()
                        .allMatch(column -> other.include().contains(column)
                                || other.columns().contains(column));
    }

    /** Of two that serve the same, the later is the one too many; a key always stays. */
    private static boolean isLater(Tree other, Tree tree, List<Tree> trees) {
        return !other.constraint() && trees.indexOf(other) > trees.indexOf(tree);
    }
}
